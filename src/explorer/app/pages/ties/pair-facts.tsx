import { FactList } from '../../facts/fact-list.js';
import type { FactFilter } from '../../entities/kinds.js';
import { useTexts } from '../../texts/use-texts.js';

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
  const { ties } = useTexts();
  const both: FactFilter = {
    ...filter,
    actors: { ids: pair.split(','), every: true },
    kinds: ['Exchange', 'Cooperation'],
  };
  return (
    <section className="pair-facts">
      <h2>
        {ties.between}{' '}
        <button type="button" className="quiet" onClick={onClose}>
          {ties.close}
        </button>
      </h2>
      <FactList key={pair} filter={both} />
    </section>
  );
}
