import { Kind, visit, type DocumentNode } from 'graphql';
import { LIMITS } from './figures.js';
import { refusal } from './refusal.js';

/** Documents that hold no list too long; a document never changes. */
const checked = new WeakSet<DocumentNode>();

/** Refuses lists longer than allowed, in variables and in the document alike, before anything runs. */
export function withinLists(document: DocumentNode, variables: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(variables)) checkValue(value, `$${name}`);
  if (checked.has(document)) return;
  visit(document, {
    [Kind.ARGUMENT]: {
      enter: ({ name, value }) => {
        visit(value, {
          [Kind.LIST]: ({ values }) => void (values.length > LIMITS.listEntries && tooLong(name.value)),
        });
      },
    },
  });
  checked.add(document);
}

/** Refuses more variables than any document has use for. */
export function withinVariables(variables: Readonly<Record<string, unknown>>): void {
  const asked = Object.keys(variables).length;
  if (asked <= LIMITS.variables) return;
  throw refusal(
    'BAD_USER_INPUT',
    `The request gives ${asked} variables; at most ${LIMITS.variables} are allowed.`,
    {
      asked,
      limit: LIMITS.variables,
    },
  );
}

function checkValue(value: unknown, argument: string): void {
  if (Array.isArray(value)) {
    if (value.length > LIMITS.listEntries) tooLong(argument);
    for (const entry of value as unknown[]) checkValue(entry, argument);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, part] of Object.entries(value)) checkValue(part, `${argument}.${name}`);
  }
}

function tooLong(argument: string): never {
  throw refusal('BAD_USER_INPUT', `${argument} may hold at most ${LIMITS.listEntries} entries.`, {
    argument,
    limit: LIMITS.listEntries,
  });
}
