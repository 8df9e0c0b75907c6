import { useQuery, type CombinedError } from 'urql';
import { useParameter } from '../../address/use-parameters.js';
import type { FactFilter } from '../../entities/kinds.js';
import { useLanguage } from '../../texts/use-texts.js';
import type { Asked } from './drawn.js';
import { WAYS, type Ways } from './ways.js';

/** The ways between the two nodes that the address names, and how far the question has come. */
export interface AskedWays {
  readonly ways: Ways | undefined;
  readonly fetching: boolean;
  readonly error: CombinedError | undefined;
  readonly again: () => void;
}

/** Asks for them through what is drawn; null until two nodes are chosen. */
export function useWays(filter: FactFilter, second: Asked['with']): AskedWays | null {
  const { api: lang } = useLanguage();
  const [from] = useParameter('wayFrom');
  const [to] = useParameter('wayTo');
  const [{ data, error, fetching }, ask] = useQuery({
    query: WAYS,
    variables: {
      from: from ?? '',
      to: to ?? '',
      connecting: second ? ['COUNTRY' as const, second] : ['COUNTRY' as const],
      // Countries alone are tied by these; whatever else is drawn is reached by facts of any kind.
      filter: second ? filter : { ...filter, kinds: ['Exchange', 'Cooperation'] },
      lang,
    },
    pause: from === null || to === null,
  });
  if (from === null || to === null) return null;
  return { ways: data?.paths, fetching, error, again: () => ask({ requestPolicy: 'network-only' }) };
}
