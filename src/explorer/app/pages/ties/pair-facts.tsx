import type { FactFilter } from '../../entities/kinds.js';
import { FactsOfTwo } from '../../facts/facts-of-two.js';

/** The facts behind one tie. */
export function PairFacts({
  pair,
  filter,
  onClose,
}: {
  readonly pair: string;
  readonly filter: FactFilter;
  readonly onClose: () => void;
}) {
  const both: FactFilter = {
    ...filter,
    actors: { ids: pair.split(','), every: true },
    kinds: ['Exchange', 'Cooperation'],
  };
  return <FactsOfTwo two={pair} filter={both} onClose={onClose} />;
}
