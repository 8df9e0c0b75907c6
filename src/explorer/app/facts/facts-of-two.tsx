import { Chosen } from '../choice/chosen.js';
import type { FactFilter } from '../entities/kinds.js';
import { useTexts } from '../texts/use-texts.js';
import { FactList } from './fact-list.js';

/** What ties two things, as the address names them: who they are, and the facts behind the tie. */
export function FactsOfTwo({
  two,
  filter,
  onClose,
}: {
  readonly two: string;
  readonly filter: FactFilter;
  readonly onClose: () => void;
}) {
  const { ties } = useTexts();
  return (
    <section className="pair-facts">
      <h2>
        {ties.between}{' '}
        <button type="button" className="quiet" onClick={onClose}>
          {ties.close}
        </button>
      </h2>
      <p>
        {two.split(',').map((id) => (
          <Chosen key={id} id={id} />
        ))}
      </p>
      <FactList key={two} filter={filter} />
    </section>
  );
}
