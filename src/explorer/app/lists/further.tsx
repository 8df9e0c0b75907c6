import { FaultBox } from '../ask/fault-box.js';
import { failureOf } from '../ask/fault.js';
import { useTexts } from '../texts/use-texts.js';
import type { FurtherPages } from './use-pages.js';

/** The way on from the last page of a list, or why it could not be had; nothing at the end of the list. */
export function Further({
  last: { hasNextPage, endCursor },
  pages: { fetching, error, ask },
}: {
  readonly last: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly pages: Omit<FurtherPages<unknown>, 'pages'>;
}) {
  const { frame } = useTexts();
  if (!hasNextPage || endCursor === null) return null;
  if (error) return <FaultBox failure={failureOf(error)} onAgain={() => ask(endCursor)} />;
  return (
    <button type="button" disabled={fetching} onClick={() => ask(endCursor)}>
      {fetching ? frame.waiting : frame.more}
    </button>
  );
}
