import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { addressOf, type Address } from '../../publish/address.js';
import type { SavedOperation } from '../saved-operations.js';

/** A saved operation with what its addresses answer. */
export interface SavedAddress {
  readonly operation: SavedOperation;
  readonly address: Address;
}

/** All saved operations that have addresses; one that does not fit the schema is left out, and the log says why. */
export function savedAddresses(
  schema: GraphQLSchema,
  operations: readonly SavedOperation[],
  log: Logger,
): ReadonlyMap<string, SavedAddress> {
  const saved = new Map<string, SavedAddress>();
  for (const operation of operations) {
    try {
      saved.set(operation.name, { operation, address: addressOf(schema, operation.text) });
    } catch (error) {
      log.warn({ name: operation.name, err: error }, 'a saved operation has no address');
    }
  }
  return saved;
}

/** What stands at the addresses of an operation. */
export type Ending = 'json' | 'csv' | 'evidence' | 'schema';

const FORM = /^(?<name>[A-Za-z0-9_-]{1,100})(?<ending>\.json|\.csv|\.schema\.json|\/evidence\.csv)$/;
const ENDINGS: Readonly<Record<string, Ending>> = {
  '.json': 'json',
  '.csv': 'csv',
  '.schema.json': 'schema',
  '/evidence.csv': 'evidence',
};

/** Reads what follows /q/. */
export function placeOf(path: string): { readonly name: string; readonly ending: Ending } | undefined {
  const { name, ending } = FORM.exec(path)?.groups ?? {};
  const known = ENDINGS[ending ?? ''];
  return name !== undefined && known ? { name, ending: known } : undefined;
}

/** The address of an ending, from the listing at /q/. */
export const hrefOf = (name: string, ending: Ending): string =>
  `${name}${Object.entries(ENDINGS).find(([, known]) => known === ending)?.[0] ?? ''}`;
