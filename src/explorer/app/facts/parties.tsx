import { EntityLink } from '../entities/entity-link.js';
import { useTexts } from '../texts/use-texts.js';
import type { ShownFact } from './fact-shown.js';

type Party = ShownFact['parties'][number];

/** Who takes part, by role; whoever is only counted or spoken of in words is shown as such. */
export function Parties({ parties }: { readonly parties: readonly Party[] }) {
  const { words } = useTexts();
  const byRole = Map.groupBy(parties, ({ role }) => role);
  return (
    <ul className="parties">
      {[...byRole].map(([role, some]) => (
        <li key={role}>
          <span className="role">{words.Role[role]}</span>
          <ul>
            {some.map((party, index) => (
              <li key={index}>
                <OneParty party={party} />
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function OneParty({ party }: { readonly party: Party }) {
  const { words, fact } = useTexts();
  const { actor, throughActor, capacity, low, high, unnamed } = party;
  const bounds =
    low === null && high === null ? null : low === high ? `${low}` : `${low ?? '?'}–${high ?? '?'}`;
  return (
    <>
      <EntityLink entity={actor} />
      {capacity !== 'OWN' && <span className="aside"> {words.Capacity[capacity]}</span>}
      {throughActor && (
        <span className="aside">
          {' '}
          {fact.through} <EntityLink entity={throughActor} />
        </span>
      )}
      {unnamed && (
        <span className="aside">
          {' '}
          ({party.words ?? bounds ?? fact.unnamed}
          {party.words !== null && bounds !== null && `: ${bounds}`})
        </span>
      )}
    </>
  );
}
