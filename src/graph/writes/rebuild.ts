import { kindOfId } from '../../model/kinds.js';
import { chunks } from '../chunks.js';
import { cypher, nameOf, statement } from '../cypher.js';
import { deriveFacts } from '../derived/derive.js';
import { DERIVATION } from '../derived/rules-version.js';
import { deriveTiesOf } from '../derived/ties.js';
import { deriveTopics } from '../derived/topics.js';
import type { Asking, Door } from '../door.js';
import { lockGraph, raiseVersion } from '../graph-node.js';
import { citeParagraphs } from './claims.js';
import { rollUpAll } from './roll-up.js';
import { inTurn } from './turn.js';

const CHUNK = 2_000;
// Countries at a time: the busiest have many facts each.
const TIES_CHUNK = 20;

/**
 * Works everything out anew from the claims: values, edges, keys. Goes in chunks, entities before facts, so that any size
 * fits in memory; killed halfway, the next start sees the old number of the rules and does it again.
 */
export async function rebuild(
  door: Door,
  model: string,
  asking: Asking,
  say: (done: number, of: number) => void = () => undefined,
): Promise<number> {
  await inTurn(door, asking, {}, (tx) => lockGraph(tx));
  const entities = await idsOf(door, 'Entity', asking);
  const facts = await idsOf(door, 'Fact', asking);
  const all = entities.length + facts.length;
  let done = 0;
  for (const ids of [...chunks(entities, CHUNK), ...chunks(facts, CHUNK)]) {
    await door.write(async (tx) => {
      await lockGraph(tx);
      await rollUpAll(tx, ids);
    }, asking);
    say((done += ids.length), all);
  }
  await door.write(async (tx) => {
    await lockGraph(tx);
    await citeParagraphs(tx);
    await deriveTopics(tx);
  }, asking);
  for (const ids of chunks(facts, CHUNK)) await door.write((tx) => deriveFacts(tx, ids), asking);
  const countries = entities.filter((id) => kindOfId(id)?.kind === 'Country');
  for (const ids of chunks(countries, TIES_CHUNK)) await door.write((tx) => deriveTiesOf(tx, ids), asking);
  return door.write(async (tx) => {
    await lockGraph(tx);
    return raiseVersion(tx, { model, derived: DERIVATION });
  }, asking);
}

async function idsOf(door: Door, label: 'Entity' | 'Fact', asking: Asking): Promise<string[]> {
  const [row] = await door.read<{ ids: string[] }>(
    statement(
      'allIds',
      cypher`MATCH (n:${nameOf(label)}) WITH n.id AS id ORDER BY id RETURN collect(id) AS ids`,
    ),
    asking,
  );
  return row?.ids ?? [];
}
