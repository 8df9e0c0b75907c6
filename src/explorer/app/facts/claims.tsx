import { Answer } from '../ask/answer.js';
import { graphql, type ResultOf } from '../ask/graphql.js';
import { EntityLink, LINKED } from '../entities/entity-link.js';
import { WithThings } from '../entities/named.js';
import { Linking } from './linking.js';
import { idsSaid } from './said-parts.js';
import { EvidenceSign } from './signs.js';
import { useLanguage, useTexts } from '../texts/use-texts.js';

const CLAIMS = graphql(
  `
    query Claims($id: ID!, $lang: Language!) {
      node(id: $id) {
        ... on Fact {
          claims {
            ...Said
          }
        }
        ... on Entity {
          claims {
            ...Said
          }
        }
      }
    }
    fragment Said on Claim {
      id
      says
      certainty
      reason
      stance
      status
      locator
      paragraph {
        ...Linked
        gist
      }
      source {
        ...Linked
      }
      voice {
        capacity
        speaker {
          ...Linked
        }
      }
      relayedBy {
        ...Linked
      }
    }
  `,
  [LINKED],
);

type Node = NonNullable<ResultOf<typeof CLAIMS>['node']>;
type Claim = NonNullable<Extract<Node, { claims: unknown }>['claims']>[number];

/**
 * Everything that sources say of a fact or an entity, each with the document and the paragraph that says so; what no
 * claim says, as the names of countries, comes from code lists.
 */
export function Claims({ id, none = null }: { readonly id: string; readonly none?: string | null }) {
  const { api: lang } = useLanguage();
  return (
    <Answer to={CLAIMS} variables={{ id, lang }}>
      {({ node }) => {
        const claims = node && 'claims' in node ? node.claims : [];
        if (claims.length === 0) return none !== null && <p className="empty">{none}</p>;
        return (
          <WithThings ids={claims.flatMap(({ says }) => idsSaid(says))}>
            <ul className="claims">
              {[...Map.groupBy(claims, placeOf).values()].map((said) => (
                <SaidTogether key={said[0]!.id} said={said} />
              ))}
            </ul>
          </WithThings>
        );
      }}
    </Answer>
  );
}

/** Where, by whom and why a claim is made; claims that share all that are shown as one, with what each says. */
const placeOf = ({
  certainty,
  stance,
  paragraph,
  source,
  locator,
  voice,
  relayedBy,
  reason,
}: Claim): string =>
  JSON.stringify([
    [certainty, stance, paragraph?.id ?? [source.id, locator], reason],
    [voice?.speaker.id, voice?.capacity, relayedBy.map(({ id }) => id)],
  ]);

function SaidTogether({ said }: { readonly said: readonly Claim[] }) {
  const { words, fact } = useTexts();
  const claim = said[0]!;
  const { paragraph, source, voice, relayedBy } = claim;
  return (
    <li>
      <div className="said-together">
        <ul>
          {said.map(({ id, says }) => (
            <li key={id}>
              <Linking says={says} />
            </li>
          ))}
        </ul>
        <EvidenceSign certainty={claim.certainty} />
        {claim.stance === 'CONTRADICTS' && (
          <span className="sign status-disputed">{words.Status.DISPUTED}</span>
        )}
      </div>
      <div className="cited">
        {paragraph ? <EntityLink entity={paragraph} /> : <EntityLink entity={source} />}
        {!paragraph && claim.locator !== null && <bdi> {claim.locator}</bdi>}
        {paragraph?.gist && (
          <q lang="en" dir="ltr">
            {paragraph.gist}
          </q>
        )}
        {voice && (
          <span className="aside">
            {fact.by} <EntityLink entity={voice.speaker} />
            {voice.capacity !== 'OWN' && ` ${words.Capacity[voice.capacity]}`}
          </span>
        )}
        {relayedBy.map((one) => (
          <span key={one.id} className="aside">
            {fact.relayed} <EntityLink entity={one} />
          </span>
        ))}
      </div>
      {claim.reason !== null && (
        <div className="aside">
          {fact.because}{' '}
          <span lang="en" dir="ltr">
            {claim.reason}
          </span>
        </div>
      )}
    </li>
  );
}
