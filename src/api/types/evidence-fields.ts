import { Int } from 'type-graphql';
import type { NodeRow } from '../../graph/reads/projection.js';
import { certainty, status } from '../../model/values/certainty.js';
import { claimsField } from './claim.js';
import type { Fields } from './declare.js';
import { enumOf } from './enums.js';

/** What every entity and fact says of its evidence. */
export const evidenceFields: Fields = {
  status: { type: enumOf(status), description: 'Where it stands after its claims are weighed.' },
  certainty: { type: enumOf(certainty), description: 'The best certainty of its accepted claims.' },
  conflicts: {
    type: () => String,
    list: true,
    description:
      'What other sources say instead, one entry for each value that was not taken; empty when they agree.',
    resolve: (row: NodeRow) => row['conflicts'] ?? [],
  },
  documents: {
    type: () => Int,
    description: 'How many distinct documents, registers or code lists support it.',
    resolve: (row: NodeRow) => row['documents'] ?? 0,
  },
  claims: claimsField,
};
