import { stringifyDocument } from 'urql';
import type { FactFilter } from '../../entities/kinds.js';
import { FACTS } from '../../facts/fact-list.js';
import { useTexts } from '../../texts/use-texts.js';

/** The same facts as a file for a table program, and as a question to go on with in GraphQL. */
export function TakeAway({ filter }: { readonly filter: FactFilter }) {
  const { frame, questions } = useTexts();
  const chosen = new URLSearchParams({ filter: JSON.stringify(filter) }).toString();
  const asked = new URLSearchParams({
    query: stringifyDocument(FACTS),
    variables: JSON.stringify({ filter, first: 20, lang: 'EN' }),
  });
  return (
    <p className="take-away">
      <a href={`/q/facts.csv?${chosen}`}>{frame.asCsv}</a>{' '}
      <a href={`/q/facts/evidence.csv?${chosen}`}>{questions.evidenceCsv}</a>{' '}
      <a href={`/graphql?${asked.toString()}`}>{frame.asGraphql}</a>
    </p>
  );
}
