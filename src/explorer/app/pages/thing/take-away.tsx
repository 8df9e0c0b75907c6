import { stringifyDocument, type AnyVariables, type TypedDocumentNode } from 'urql';
import type { FactFilter } from '../../entities/kinds.js';
import { FACTS } from '../../facts/fact-list.js';
import { useLanguage, useTexts } from '../../texts/use-texts.js';

/**
 * A question as GraphiQL opens it. It stands behind the #, which no server sees: a question with its parts is longer
 * than an address that servers take.
 */
function asked<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): string {
  const parts = new URLSearchParams({
    query: stringifyDocument(query),
    variables: JSON.stringify(variables, null, 2),
  });
  return `/graphql#${parts.toString()}`;
}

/** The very question of a section, to go on with in GraphQL. */
export function AsGraphql<Data, Variables extends AnyVariables>({
  query,
  variables,
}: {
  readonly query: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
}) {
  const { frame } = useTexts();
  return <a href={asked(query, variables)}>{frame.asGraphql}</a>;
}

/** A saved question's answer, whole, as a file for a table program, with its evidence in another. */
export function SavedCsv({
  name,
  variables,
}: {
  readonly name: string;
  /** Those that are null are asked without, whatever is saved with the question. */
  readonly variables: Readonly<Record<string, unknown>>;
}) {
  const { frame, questions } = useTexts();
  const asked = new URLSearchParams(
    Object.entries(variables).map(([variable, value]) => [
      variable,
      value === null
        ? ''
        : typeof value === 'string'
          ? value
          : Array.isArray(value)
            ? value.join(',')
            : JSON.stringify(value),
    ]),
  ).toString();
  return (
    <>
      <a href={`/q/${name}.csv?${asked}`}>{frame.asCsv}</a>{' '}
      <a href={`/q/${name}/evidence.csv?${asked}`}>{questions.evidenceCsv}</a>
    </>
  );
}

/** Facts as a file for a table program, with their evidence in another. */
export function AsCsv({ filter }: { readonly filter: FactFilter }) {
  return <SavedCsv name="facts" variables={{ filter }} />;
}

/** The same facts as files, and as a question to go on with in GraphQL. */
export function TakeAway({ filter }: { readonly filter: FactFilter }) {
  const { api: lang } = useLanguage();
  return (
    <p className="take-away">
      <AsCsv filter={filter} />{' '}
      <AsGraphql query={FACTS} variables={{ filter, first: 20, after: null, lang }} />
    </p>
  );
}
