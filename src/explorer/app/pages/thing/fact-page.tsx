import { Claims } from '../../facts/claims.js';
import type { ShownFact } from '../../facts/fact-shown.js';
import { FactTable } from '../../facts/fact-table.js';
import { useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';

/** One fact with all that its sources say of it. */
export function FactPage({ fact }: { readonly fact: ShownFact }) {
  const { words, thing } = useTexts();
  return (
    <>
      <Title>{words.FactKind[fact.__typename]}</Title>
      <FactTable facts={[fact]} />
      <section>
        <h2>{thing.evidence}</h2>
        <Claims id={fact.id} />
      </section>
    </>
  );
}
