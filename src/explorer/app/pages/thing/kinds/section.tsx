import type { ReactNode } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import { Answer } from '../../../ask/answer.js';
import type { FactFilter } from '../../../entities/kinds.js';
import { AsCsv, AsGraphql, SavedCsv } from '../take-away.js';

/** One section of a thing's page: what it asks, what comes of it, and both to take away; nothing where nothing is known. */
export function Section<Data, Variables extends AnyVariables>({
  title,
  to,
  variables,
  facts,
  saved,
  children,
}: {
  readonly title: string;
  readonly to: TypedDocumentNode<Data, Variables>;
  readonly variables: Variables;
  /** The facts that the section shows, as a filter for their file; left out where it shows none. */
  readonly facts?: FactFilter;
  /** The saved question that gives the same as a file, where the section shows more or less than facts of a filter. */
  readonly saved?: { readonly name: string; readonly variables: Readonly<Record<string, unknown>> };
  /** Null when there is nothing to show. */
  readonly children: (data: NonNullable<Data>) => ReactNode;
}) {
  return (
    <Answer to={to} variables={variables}>
      {(data) => {
        const shown = children(data);
        return (
          shown !== null && (
            <section>
              <h2>{title}</h2>
              {shown}
              <p className="take-away">
                {facts && <AsCsv filter={facts} />} {saved && <SavedCsv {...saved} />}{' '}
                <AsGraphql query={to} variables={variables} />
              </p>
            </section>
          )
        );
      }}
    </Answer>
  );
}
