import type { NodeRow } from '../../graph/reads/projection.js';
import { capacity } from '../../model/values/capacity.js';
import { certainty, claimStatus, stance } from '../../model/values/certainty.js';
import { claimSays } from './claim-says.js';
import { classNamed, objectType, type FieldPlan } from './declare.js';
import { enumOf } from './enums.js';
import { ID } from 'type-graphql';

const words = (description: string, nullable = true): FieldPlan => ({
  type: () => String,
  nullable,
  description,
});

// The value travels as JSON; null where `about` says it all.
const valueOf = (row: NodeRow): unknown =>
  typeof row['value'] === 'string' ? (JSON.parse(row['value']) as unknown) : null;

objectType('Voice', 'Whose words a claim gives, and in what capacity.', {
  capacity: {
    type: enumOf(capacity),
    description: 'In what capacity the speaker speaks.',
    resolve: (row: { capacity: string | null }) => row.capacity ?? 'OWN',
  },
  speaker: {
    type: () => classNamed('Entity'),
    description: 'The actor, or the meeting, whose words they are.',
  },
});

objectType('Ground', 'A claim from which another claim was inferred.', {
  id: { type: () => ID, description: 'Id of the claim.' },
  about: words('What of the target it is about, for example existence.', false),
  target: {
    type: () => ID,
    description: 'Id of the fact or entity that it is about, for example cooperation/egy-ind-pharma-patents.',
  },
});

objectType('Claim', 'One thing that one source says of one fact or entity: the evidence.', {
  id: { type: () => ID, description: 'Id of the claim: claim/ and a hash of what it says and where.' },
  about: words(
    'What it is about: existence, period, an attribute, an end with its target, or party:actor:role.',
    false,
  ),
  value: words('The value that the source gives, as JSON; null where `about` says it all.'),
  says: {
    ...words(
      'What it says in a few words of English, for example "party country/egy as participant".',
      false,
    ),
    resolve: (row: NodeRow) => claimSays(String(row['about']), valueOf(row)),
  },
  locator: words(
    'Where in the source: paragraph of the document, or row of the register; for example 4 or fn3.',
  ),
  certainty: {
    type: enumOf(certainty),
    description: 'Whether the source says it, or it was concluded.',
  },
  reason: words('Why it follows; null when stated.'),
  basis: words('Who concluded it: READER, RULE:name or MAPPING; null when stated.'),
  stance: { type: enumOf(stance), description: 'Whether it speaks for or against.' },
  status: { type: enumOf(claimStatus), description: 'Where it stands in review.' },
  recordedAt: words('When it was recorded, as ISO 8601 in UTC.', false),
  endedAt: words(
    'When it ended or was withdrawn, as ISO 8601 in UTC; null for what stands, which is all but in `changes`.',
  ),
  register: words('The register or set of files that it came with, for example seed.'),
  source: { type: () => classNamed('Entity'), description: 'The Document or Source that says it.' },
  paragraph: {
    type: () => classNamed('Paragraph'),
    nullable: true,
    description: 'The paragraph that the locator names, where it is recorded.',
  },
  voice: {
    type: () => classNamed('Voice'),
    nullable: true,
    description: 'Whose words they are; null when the document speaks for itself.',
  },
  relayedBy: {
    type: () => classNamed('Entity'),
    list: true,
    description: 'Who reports the voice, nearest to it first.',
  },
  inferredFrom: {
    type: () => classNamed('Ground'),
    list: true,
    description: 'The claims from which it was inferred, by id.',
  },
});

export const claimsField: FieldPlan = {
  type: () => classNamed('Claim'),
  list: true,
  description: 'The claims that stand now about it: what each source says, where, and how surely.',
};
