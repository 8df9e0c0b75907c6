import { Fragment } from 'react';
import { EntityLink } from '../../entities/entity-link.js';
import { EvidenceSign } from '../../facts/signs.js';
import { useTexts } from '../../texts/use-texts.js';
import { pairOf, type Tie } from './tied.js';

/** The ties as a table, which says all that the picture shows. */
export function TieTable({
  ties,
  onPick,
}: {
  readonly ties: readonly Tie[];
  readonly onPick: (pair: string) => void;
}) {
  const { ties: texts } = useTexts();
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            {[texts.countries, texts.weight, texts.first, texts.last, texts.undated].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
            <th scope="col">
              <span className="for-readers">{texts.between}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {ties.map((tie) => (
            <tr key={pairOf(tie)}>
              <th scope="row">
                {tie.countries.map((country, index) => (
                  <Fragment key={country.id}>
                    {index > 0 && ' – '}
                    <EntityLink entity={country} />
                  </Fragment>
                ))}
              </th>
              <td>{tie.factCount}</td>
              <td>{tie.first}</td>
              <td>{tie.last}</td>
              <td>{tie.undated > 0 && tie.undated}</td>
              <td>
                <EvidenceSign certainty={tie.certainty} />{' '}
                <button type="button" className="quiet" onClick={() => onPick(pairOf(tie))}>
                  {texts.between}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
