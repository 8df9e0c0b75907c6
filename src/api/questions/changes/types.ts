import { ID, Int } from 'type-graphql';
import type { Change } from '../../../graph/reads/changes/changes.js';
import { claimChange, thingChange } from '../../../model/values/changes.js';
import { classNamed, objectType } from '../../types/declare.js';
import { allKinds, enumOf } from '../../types/enums.js';
import { leftOut } from '../../types/left-out.js';
import { changeInWords } from './words.js';
import { many, text } from '../../types/plans.js';

const VERSION = 'Version of the graph';

objectType('Batch', 'One import: all that it changed appeared at once.', {
  id: { type: () => ID, description: 'Id of the batch: its register and version, for example batch/seed-1.' },
  register: text('Whose statements it brought: seed, or the name of an import.'),
  appliedAt: text('When it was applied, as ISO 8601 in UTC.'),
});

objectType('ChangedClaim', 'A claim that a batch made, revived, ended or took back.', {
  what: { type: enumOf(claimChange), description: 'What happened to it.' },
  claim: { type: () => classNamed('Claim'), description: 'The claim, also where it no longer stands.' },
});

objectType('Change', 'What one batch did to one fact or entity.', {
  id: { type: () => ID, description: 'Id of the fact or entity, for example meeting/cairo-2013.' },
  kind: { type: enumOf(allKinds), description: 'Its kind.' },
  version: { type: () => Int, description: `${VERSION} from which on it is so.` },
  batch: { type: () => classNamed('Batch'), description: 'The batch that changed it.' },
  what: { type: enumOf(thingChange), description: 'What happened.' },
  values: {
    ...text(
      'Names of the values that came out otherwise, for example period, parties, stage, documents; empty unless CHANGED. A value may also change by another thing: a date by the meeting that bounds it, a choice among claims by the date of a document.',
    ),
    list: true,
  },
  node: {
    type: () => classNamed('Node'),
    nullable: true,
    description: 'The fact or entity as it is now; null while it is hidden because it was withdrawn.',
  },
  changedClaims: many(
    'ChangedClaim',
    'The claims about it that the batch changed, by what they are about, the ended one before what stands in its place; empty where it changed by another thing or by a code list.',
  ),
  inWords: {
    ...text('The change in a few English words.'),
    resolve: (row: Change) => changeInWords(row),
  },
});

objectType('ChangeEdge', 'One change in a list, with its cursor.', {
  cursor: text('Where the list goes on after it; opaque.'),
  node: { type: () => classNamed('Change'), description: 'The change.' },
});

objectType('ChangeConnection', 'One page of changes, oldest version first, within a version by id.', {
  edges: many('ChangeEdge', 'The changes with their cursors.'),
  nodes: many('Change', 'The changes, without cursors.'),
  pageInfo: {
    type: () => classNamed('PageInfo'),
    description:
      'Where the page stands; the `endCursor` may be kept and asked from when the graph has moved on.',
  },
  reading: text('How the question was read, in words.'),
  graphVersion: { type: () => Int, description: `${VERSION} that answered; give it as \`since\` next time.` },
  totalCount: {
    type: () => classNamed('Total'),
    nullable: true,
    args: {
      exact: {
        type: () => Boolean,
        defaultValue: false,
        description: 'Whether to count to the end; otherwise counting stops at 10,000.',
      },
    },
    description: 'How many changes there are over all pages; counted only when asked for.',
  },
  leftOut,
  emptyBecause: text('Why there is no change, in words; null when there is one.', true),
});
