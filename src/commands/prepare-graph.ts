import { randomUUID } from 'node:crypto';
import type { Config } from '../config.js';
import { applySchema } from '../graph/apply-schema.js';
import { DERIVATION } from '../graph/derived/rules-version.js';
import type { Asking, Door } from '../graph/door.js';
import { findGraph, type Found, type GraphState } from '../graph/graph-node.js';
import { markUnrecorded } from '../graph/writes/change-record.js';
import { schemaDifferences, type SchemaDifference } from '../graph/schema-differences.js';
import { rebuild } from '../graph/writes/rebuild.js';
import { planInWords } from '../intake/3-plan/plan-in-words.js';
import { applySeed, seedHash } from '../intake/4-apply/apply-seed.js';
import { seedFolder } from '../intake/4-apply/seed-folder.js';
import { Fault } from '../model/faults.js';
import { modelHash, modelShape, onlyGrew, type Shape } from '../model/shape.js';

/** Whose words go to the person who started the command. */
export type Say = (line: string) => void;

/** An asker that is a command, not a request. */
export const commandAsking = (operation: string): Asking => ({
  requestId: randomUUID(),
  operation,
  count: () => undefined,
});

// Declarations that only grew read what older ones wrote.
const isReadable = ({ model, shape }: GraphState): boolean =>
  model === modelHash() || (shape !== null && onlyGrew(JSON.parse(shape) as Shape, modelShape()));

/** Refuses a database that is not ours, or was made with declarations that this version cannot read. */
function refuseForeign(found: Found): void {
  if (found.holds === 'other') {
    throw new Fault(
      'CONFLICT',
      'This database holds something else: it has nodes but no Cooperation Graph. Point NEO4J_URI at an empty database; nothing was written.',
    );
  }
  if (found.holds === 'graph' && !isReadable(found)) {
    throw new Fault(
      'CONFLICT',
      'The graph was made with other declarations of the model, and no upgrade step leads here. Start the version that made it, or give this one an empty database (another DATA_DIR or NEO4J_URI).',
    );
  }
}

/** Brings the database to what this version serves: schema, rules, seed. What is already so is left alone. */
export async function prepareGraph(door: Door, folder: string, say: Say): Promise<void> {
  const asking = commandAsking('prepare');
  const found = await findGraph(door, asking);
  refuseForeign(found);
  const differences = await applySchema(door, asking);
  const told = differences.filter(({ mend }) => found.holds === 'graph' || mend === 'REPLACE');
  if (told.length > 0) say(`Made or mended constraints and indexes: ${inWords(told)}.`);
  if (found.holds === 'graph') await markUnrecorded(door, asking);
  const made = { model: modelHash(), seed: await seedHash(folder) };
  if (found.holds === 'graph' && (found.derived !== DERIVATION || found.model !== made.model)) {
    say('The declarations or the rules of derivation changed: working everything out anew.');
    await rebuild(door, made.model, asking);
  }
  if (found.holds === 'graph' && found.seed === made.seed) return;
  say(found.holds === 'graph' ? 'The seed changed: applying the difference.' : 'Loading the seed.');
  const plan = await applySeed(door, folder, made, asking);
  say(`Seed: ${planInWords(plan)}.`);
}

/** Makes the graph ready to be asked and written: an embedded database is brought up to date, a given one only looked at. */
export async function readyGraph(
  door: Door,
  { database }: Pick<Config, 'database'>,
  operation: string,
  say: Say,
): Promise<void> {
  if (database.kind === 'embedded') return prepareGraph(door, seedFolder, say);
  const asking = commandAsking(operation);
  await requireGraph(door, asking);
  await refuseLacking(door, asking);
}

/** Refuses a database that holds no graph yet, something else, or a graph that this version cannot read. */
export async function requireGraph(door: Door, asking: Asking): Promise<void> {
  const found = await findGraph(door, asking);
  refuseForeign(found);
  if (found.holds === 'nothing') {
    throw new Fault(
      'NOT_FOUND',
      'This database holds no graph yet: run npm run setup first (npm start does it for the embedded database).',
    );
  }
}

const inWords = (differences: readonly SchemaDifference[]): string =>
  differences.map(({ name, how }) => `${name} ${how}`).join('; ');

/** Refuses a given database without the constraints and indexes that writes and questions rely on. */
export async function refuseLacking(door: Door, asking: Asking): Promise<void> {
  const differences = await schemaDifferences(door, asking);
  if (differences.length > 0) {
    throw new Fault(
      'CONFLICT',
      `This database lacks constraints or indexes, or has others (${inWords(differences)}): npm run setup makes them.`,
    );
  }
}
