import type { SavedOperation } from './saved-operations.js';

/**
 * Asks the saved questions once in the background, one after the other, so that the database has planned them before
 * people ask: planning takes longer than answering. What fails here fails again, and is told, when somebody asks.
 */
export async function warm(
  address: string,
  operations: readonly SavedOperation[],
  signal: AbortSignal,
): Promise<void> {
  for (const { name, text, variables } of operations) {
    if (signal.aborted) return;
    const headers = { 'content-type': 'application/json', 'x-request-id': `warm-${name}` };
    const body = JSON.stringify({ query: text, variables });
    await fetch(`${address}/graphql`, { method: 'POST', headers, body, signal })
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
  }
}
