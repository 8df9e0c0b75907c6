import { graphql, type ResultOf } from '../../../ask/graphql.js';
import { ShownOf } from '../../../lists/shown-of.js';
import { useLanguage, useTexts } from '../../../texts/use-texts.js';
import { countedOf } from './counted-of.js';
import { PartyLine } from './party-line.js';
import { Section } from './section.js';
import { useEvidence, withEvidence } from './stated.js';
import { WITH_PARTIES } from './with-parties.js';

const THERE = graphql(
  `
    query WhoWasThere($meeting: ID!, $evidence: EvidenceFilter, $lang: Language!) {
      participations(filter: { meeting: $meeting, evidence: $evidence }, first: 100) {
        totalCount {
          count
        }
        nodes {
          ...WithParties
        }
      }
    }
  `,
  [WITH_PARTIES],
);

type There = ResultOf<typeof THERE>['participations']['nodes'][number];

/** Who took part in a meeting: those whom sources name, by role, against the numbers that they only give. */
export function WhoWasThere({ meeting }: { readonly meeting: string }) {
  const { kinds, words } = useTexts();
  const { api: lang } = useLanguage();
  const evidence = useEvidence();
  return (
    <Section
      title={kinds.wasThere}
      to={THERE}
      variables={{ meeting, evidence, lang }}
      facts={{ meeting, kinds: ['Participation'], ...withEvidence(evidence) }}
    >
      {({ participations: { nodes, totalCount } }) => {
        const parts = nodes.flatMap((fact) => fact.parties.map((party) => ({ fact, party })));
        if (parts.length === 0) return null;
        const named = Map.groupBy(
          parts.filter(({ party }) => !party.unnamed),
          ({ party }) => party.role,
        );
        const counted = parts.filter(({ party }) => party.unnamed);
        return (
          <>
            <div className="side-by-side">
              <div>
                <h3>
                  {kinds.named} <span className="count">{namesOf(parts)}</span>
                </h3>
                {[...named].map(([role, some]) => (
                  <div key={role}>
                    <h4>{words.Role[role]}</h4>
                    <ul className="ends">
                      {some.map(({ fact, party }) => (
                        <li key={fact.id + party.actor.id + party.capacity}>
                          <PartyLine who={party.actor} fact={fact} />
                        </li>
                      ))}
                    </ul>
                  </div>
                ))}
                {named.size === 0 && <p className="empty">{kinds.nobodyNamed}</p>}
              </div>
              {counted.length > 0 && (
                <div>
                  <h3>{kinds.counted}</h3>
                  <ul className="ends">
                    {counted.map(({ fact, party }) => (
                      <li key={fact.id + party.actor.id}>
                        <PartyLine who={party.actor} fact={fact} beside={countedOf(party, kinds.atLeast)} />
                      </li>
                    ))}
                  </ul>
                  <p className="aside">{kinds.countedMeans}</p>
                </div>
              )}
            </div>
            <ShownOf shown={nodes.length} all={totalCount?.count} />
          </>
        );
      }}
    </Section>
  );
}

/** How many actors are named, each once whatever roles it has. */
const namesOf = (parts: readonly { readonly party: There['parties'][number] }[]): number =>
  new Set(parts.filter(({ party }) => !party.unnamed).map(({ party }) => party.actor.id)).size;
