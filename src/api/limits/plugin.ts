import type { ApolloServerPlugin } from '@apollo/server';
import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { ApiContext } from '../context.js';
import { costOf } from './cost.js';
import { depthOf } from './depth.js';
import { Fault } from '../../model/faults.js';
import type { Purse } from './budget.js';
import { LIMITS } from './figures.js';
import { knownCost } from './known-costs.js';
import { withinLists, withinVariables } from './lists.js';
import { budgetRefusal, refusal } from './refusal.js';

/**
 * Depth, lists, cost and the client's budget, before anything runs. Not as validation rules: Apollo skips those for a document that it has
 * seen, and the cost hangs on the variables.
 */
export function limits(schema: GraphQLSchema): ApolloServerPlugin<ApiContext> {
  const depths = new WeakMap<OperationDefinitionNode, number>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ operation, document, request, operationName, contextValue }) {
          if (!operation) return Promise.resolve();
          contextValue.asking.operation = operationName ?? undefined;
          const depth = depths.get(operation) ?? depthOf(operation, document);
          depths.set(operation, depth);
          if (depth > LIMITS.depth) throw tooDeep(depth);

          const variables = request.variables ?? {};
          withinVariables(variables);
          withinLists(document, variables);
          const given = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
          // Execution names these faults, in a better form than the cost could.
          if (given.errors) contextValue.weighed.variablesFit = false;
          else {
            const cost = knownCost(operation, given.coerced, () =>
              costOf(schema, document, variables, operationName ?? undefined),
            );
            withinCost(cost);
            contextValue.weighed.cost = cost;
            pay(contextValue.purse, cost);
          }
          return Promise.resolve();
        },
      }),
  };
}

function pay(purse: Purse | undefined, cost: number): void {
  try {
    purse?.take(cost);
  } catch (error) {
    throw error instanceof Fault ? budgetRefusal(error) : error;
  }
}

const tooDeep = (asked: number): Error =>
  refusal('TOO_DEEP', `The document nests ${asked} levels of fields; at most ${LIMITS.depth} are allowed.`, {
    asked,
    limit: LIMITS.depth,
  });

function withinCost(asked: number): void {
  if (asked <= LIMITS.cost) return;
  throw refusal(
    'TOO_COSTLY',
    `The question may give ${asked} fields; at most ${LIMITS.cost} are allowed. Ask for fewer rows or fields.`,
    { asked, limit: LIMITS.cost },
  );
}
