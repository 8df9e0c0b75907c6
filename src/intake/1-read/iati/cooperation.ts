import { Cooperation } from '../../../model/facts/cooperation.js';
import type { Stage } from '../../../model/values/stage.js';
import { factId, shortHash } from './ids.js';
import { involvementId } from './involvements.js';
import type { Organisation, Organisations } from './organisations.js';
import type { Recipients } from './places.js';
import { addRowOf, type Activity } from './reading.js';

/** What else of an activity the rule weighs, or the cooperation takes over. */
export interface Weighed {
  readonly stage: Stage | undefined;
  readonly period: string | undefined;
  readonly topics: readonly string[];
  /** Code of its type of collaboration; undefined when it gives none. */
  readonly collaboration: string | undefined;
}

const BEGUN: readonly (Stage | undefined)[] = ['UNDER_WAY', 'DONE', 'SUSPENDED'];

/** Bilateral; other types are through others, or money alone. */
const BILATERAL = '1';

/**
 * IATI says who pays and who benefits, never that two worked together. By this rule they did where an activity that has
 * begun names two countries and nobody else, themselves or by their offices, one of them as a funder and the other as the
 * only recipient, and gives no type of collaboration but bilateral. It is marked as inferred, and left out where rules
 * are not wanted.
 */
export const COOPERATION_RULE = 'RULE:funded-by-one-country-for-one-other';

/** Adds the Cooperation that the rule finds in an activity, if any. */
export function cooperationOf(
  activity: Activity,
  organisations: Organisations,
  recipients: Recipients,
  { stage, period, topics, collaboration }: Weighed,
): void {
  const { reading, identifier, id, element, key } = activity;
  if (reading.infer === 'none' || !organisations.complete || !recipients.complete) return;
  const [recipient, ...further] = recipients.known.map(({ actor }) => actor);
  if (!recipient?.startsWith('country/') || further.length > 0) return;
  if (!BEGUN.includes(stage) || (collaboration !== undefined && collaboration !== BILATERAL)) return;
  const found = organisations.known.map((one) => ({ ...one, country: countryOf(one) }));
  const [provider, ...others] = new Set(
    found.map(({ country }) => country).filter((one) => one !== recipient),
  );
  if (provider === undefined || others.length > 0) return;
  if (!found.some(({ country, role }) => country === provider && role === 'funder')) return;
  const parties = new Map(
    found.map(({ actor, country }) => [actor, country === provider ? 'provider' : 'learner']),
  ).set(recipient, 'learner');
  const party = [...parties].map(([actor, role]) => `${actor}:${role}`);
  const premises = [...parties.keys()].flatMap((actor) => [
    `${involvementId(activity, actor)}#party`,
    ...(actor.startsWith('agency/') ? [`${actor}#country`] : []),
  ]);
  addRowOf(activity, Cooperation, element.line, {
    // Actors and topics are part of what makes it the same fact, so its id holds them.
    id: factId('cooperation', key, shortHash([...party, ...topics].sort().join(' '))),
    occasion: identifier,
    party: party.join(' | '),
    initiative: id,
    topics: topics.join(' | '),
    stage,
    period,
    certainty: 'INFERRED',
    reason:
      'One country pays for the activity, one other alone benefits, no third takes part, and it has begun.',
    basis: COOPERATION_RULE,
    inferredFrom: premises.join(' | '),
  });
}

/** The country that an organisation is, or whose office it is. */
const countryOf = ({ actor, office }: Organisation): string | undefined =>
  actor.startsWith('country/') ? actor : office?.country;
