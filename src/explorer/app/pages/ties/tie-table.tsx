import { Fragment } from 'react';
import { EntityLink } from '../../entities/entity-link.js';
import { EvidenceSign } from '../../facts/signs.js';
import { LongTable } from '../../lists/long-table.js';
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
  const headings = [
    texts.countries,
    texts.weight,
    texts.first,
    texts.last,
    texts.undated,
    <span className="for-readers">{texts.between}</span>,
  ];
  return (
    <LongTable className="tie-table" label={texts.title} count={ties.length} height={44} headings={headings}>
      {(index, place) => {
        const tie = ties[index]!;
        return (
          <tr key={pairOf(tie)} {...place}>
            <th scope="row">
              {tie.countries.map((country, at) => (
                <Fragment key={country.id}>
                  {at > 0 && ' – '}
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
        );
      }}
    </LongTable>
  );
}
