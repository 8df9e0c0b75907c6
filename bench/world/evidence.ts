import { about, claimOf, type Claim } from '../../src/model/claim.js';
import type { FactKind } from '../../src/model/declaration.js';
import { idOf, PARAGRAPHS, REGISTER, type Cast } from './cast.js';
import { DAYS, eventPeriod } from './days.js';
import type { Random } from './random.js';
import type { Recent } from './recent.js';
import { claimsOf, existence, stated, when, type Evidence, type Told } from './tell.js';

/** The claims of one fact: by a document or the register, sometimes by a second, sometimes against it. */
export function evidenced(
  cast: Cast,
  random: Random,
  told: Told<FactKind>,
  occasion: string,
  recent: Recent,
): Claim[] {
  const document = cast.document(random);
  const first = random.often(60) ? inDocument(random, document) : stated(REGISTER, occasion);
  const said = { ...first, ...voiceOf(random, told), ...surety(random, recent) };
  const claims = claimsOf(told, said);
  const other = (n: number): Evidence => inDocument(random, (document + n) % cast.tier.documents);
  // What waits for review has no parties yet, and a second source alone would show it without any.
  if (said.status === 'ACCEPTED' && random.often(10)) claims.push(...again(random, told, other(1)));
  if (random.often(3)) claims.push(existence(told.id, { ...other(2), stance: 'CONTRADICTS' }));
  const [denied] = told.parties;
  if (denied && random.often(2))
    claims.push(
      claimOf({
        ...other(3),
        target: told.id,
        about: about.party(denied),
        value: denied,
        stance: 'CONTRADICTS',
      }),
    );
  return claims;
}

const inDocument = (random: Random, n: number): Evidence =>
  stated(idOf.document(n), String(1 + random.below(PARAGRAPHS)));

/** In whose words, and who reports them. */
function voiceOf(random: Random, { parties }: Told): Partial<Evidence> {
  const speaker = parties.find(({ actor }) => actor.startsWith('country/'));
  if (!speaker || !random.often(15)) return {};
  return { voice: speaker.actor, relayedBy: random.often(30) ? [idOf.agency(0), idOf.agency(1)] : [] };
}

/** Whether it is said outright, follows from another fact, or still waits for review. */
function surety(random: Random, recent: Recent): Partial<Evidence> {
  const premise = random.often(8) ? recent.any(random) : undefined;
  if (premise)
    return {
      certainty: 'INFERRED',
      reason: 'It follows from what they shared.',
      basis: random.often(50) ? 'READER' : 'RULE:joint-initiative',
      inferredFrom: [premise.existence],
    };
  return random.often(2) ? { status: 'SUBMITTED' } : {};
}

/** A second source, which may date it otherwise. */
function again(random: Random, { id, kind, period }: Told<FactKind>, evidence: Evidence): Claim[] {
  const dated = period && kind.time === 'event' ? eventPeriod(random, random.below(DAYS)) : null;
  return [existence(id, evidence), ...(dated ? [when(id, dated, evidence)] : [])];
}
