import { Claims } from '../../facts/claims.js';
import type { ShownFact } from '../../facts/fact-shown.js';
import { FactTable } from '../../facts/fact-table.js';
import { useTexts } from '../../texts/use-texts.js';
import { Title } from '../title.js';

/** Parties in a heading; the table below it has all. */
const NAMED_MOST = 3;

/** One fact with all that its sources say of it. */
export function FactPage({ fact }: { readonly fact: ShownFact }) {
  const { words, thing } = useTexts();
  const names = [...new Set(fact.parties.map(({ actor }) => actor.name))];
  return (
    <>
      <Title beside={<span className="kind">{words.FactKind[fact.__typename]}</span>}>
        {`${names.slice(0, NAMED_MOST).join(' · ')}${names.length > NAMED_MOST ? ' …' : ''}` ||
          words.FactKind[fact.__typename]}
      </Title>
      <FactTable facts={[fact]} />
      <section>
        <h2>{thing.evidence}</h2>
        <Claims id={fact.id} />
      </section>
    </>
  );
}
