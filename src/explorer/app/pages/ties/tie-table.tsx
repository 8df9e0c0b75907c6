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
  const someUndated = ties.some(({ undated }) => undated > 0);
  const headings = [
    texts.countries,
    texts.weight,
    texts.first,
    texts.last,
    ...(someUndated ? [texts.undated] : []),
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
            <td data-heading={texts.weight}>{tie.factCount}</td>
            <td data-heading={texts.first} className="day">
              {tie.first}
            </td>
            <td data-heading={texts.last} className="day">
              {tie.last}
            </td>
            {someUndated && <td data-heading={texts.undated}>{tie.undated > 0 && tie.undated}</td>}
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
