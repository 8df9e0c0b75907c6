/** What GraphiQL opens a tab with. */
export interface Tab {
  readonly query: string;
  readonly variables?: string;
  readonly headers?: string;
}

/** The saved questions, each with variables to try; none when they cannot be read, so that the page opens all the same. */
export async function savedTabs(): Promise<Tab[]> {
  try {
    const answer = await fetch('/graphql/operations.json');
    const saved = (await answer.json()) as { text: string; variables: object }[];
    return saved.map(({ text, variables }) => ({
      query: text,
      variables: JSON.stringify(variables, null, 2),
    }));
  } catch {
    return [];
  }
}

/** A question that stands in the page's own address, as in /graphql?query=..., or behind its #, where it may be longer. */
export function linkedTab({
  search,
  hash,
}: {
  readonly search: string;
  readonly hash: string;
}): Tab | undefined {
  const given = new URLSearchParams(hash.length > 1 ? hash.slice(1) : search);
  const query = given.get('query');
  const variables = given.get('variables');
  return query ? { query, ...(variables ? { variables } : {}) } : undefined;
}
