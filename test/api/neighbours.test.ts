import { parse, type FieldNode, type GraphQLResolveInfo, type OperationDefinitionNode } from 'graphql';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { contextFor } from '../../src/api/context.js';
import { neighboursOf } from '../../src/api/loaders/neighbours-of.js';
import type { Statement } from '../../src/graph/cypher.js';
import { sentBy } from '../support/profile.js';

const [field] = (parse('{ neighbours { nodes { facts } } }').definitions[0] as OperationDefinitionNode)
  .selectionSet.selections as [FieldNode];
const info = {
  fieldName: 'neighbours',
  fieldNodes: [field],
  fragments: {},
  variableValues: {},
} as unknown as GraphQLResolveInfo;

const askedOf = (many: number): Promise<Statement[]> =>
  sentBy((door) => {
    const context = contextFor({ requestId: 'test', door, log: pino({ level: 'silent' }) });
    return Promise.all(
      Array.from({ length: many }, (_, i) =>
        neighboursOf({ kind: 'Topic', id: `topic/t${i}` }, { first: 1 }, context, info),
      ),
    );
  });

describe('neighbours of many entities', () => {
  it('are one statement for 200', async () => expect(await askedOf(200)).toHaveLength(1));
  it('are refused for more, before anything is sent', async () => {
    await expect(askedOf(201)).rejects.toMatchObject({ code: 'TOO_COSTLY' });
  });
});
