import { chunks } from '../chunks.js';
import { pairsTiedBy } from '../derived/ties.js';
import { cypher, int, nameOf, statement } from '../cypher.js';
import type { Asking, Door, WriteTransaction } from '../door.js';
import { endTurn, holdTurn, lockWhosever } from '../graph-node.js';
import type { Batch } from './batch.js';
import { recordTouched, type Applied } from './change-record.js';
import { changeClaims } from './claims.js';
import { showEntries } from './entries.js';
import { labelOfId } from './node-at.js';
import { settle } from './settle.js';
import { showClaims } from './show.js';
import { targetsOf } from './targets.js';

/** A fact or entity that readers no longer see once a batch stands, with the claims of it that the batch takes back. */
export interface Vanishing {
  readonly id: string;
  readonly kind: string;
  readonly claims: readonly string[];
}

// Ids a statement; things a transaction.
const CHUNK = { ids: 5_000, things: 500 };

/** Facts and entities of which nobody says anything any more once these claims are taken back. */
export async function readVanishing(
  tx: WriteTransaction,
  { withdraw, revive, create }: Batch,
): Promise<Vanishing[]> {
  const taken = new Map<string, { kind: string; claims: string[]; standing: number }>();
  for (const some of chunks(withdraw, CHUNK.ids)) {
    const rows = await tx.run<{ id: string; kind: string; claims: string[]; standing: number }>(
      statement(
        'takenFrom',
        cypher`UNWIND ${some} AS id
MATCH (c:Claim {id: id})-[:STATES]->(t)
WITH t, collect(c.id) AS claims
RETURN t.id AS id, t.kind AS kind, claims,
  COUNT { (t)<-[:STATES]-(x:Claim) WHERE x.endedAt IS NULL } + COUNT { (t)-[:LISTED_IN]->() } AS standing`,
      ),
    );
    for (const { id, claims, ...row } of rows) {
      const known = taken.get(id);
      if (known) known.claims.push(...claims);
      else taken.set(id, { ...row, claims });
    }
  }
  for (const id of await targetsOf(tx, revive)) taken.delete(id);
  for (const { target } of create) taken.delete(target);
  return [...taken].flatMap(([id, { kind, claims, standing }]) =>
    claims.length === standing ? [{ id, kind, claims }] : [],
  );
}

/** Takes away the labels by which reads find these things and their claims; gives the pairs of countries that they tied. */
export async function hide(tx: WriteTransaction, vanishing: readonly Vanishing[]): Promise<string[]> {
  const pairs = new Set<string>();
  for (const sort of ['Fact', 'Entity'] as const) {
    const own = vanishing.map(({ id }) => id).filter((id) => labelOfId(id) === sort);
    for (const ids of chunks(own, CHUNK.ids)) {
      if (sort === 'Fact') for (const pair of await pairsTiedBy(tx, ids)) pairs.add(pair);
      await tx.run(
        statement(
          'hideThings',
          cypher`UNWIND ${ids} AS id
MATCH (n:${nameOf(sort)} {id: id})
REMOVE n:$(labels(n))
SET n:Staged`,
        ),
      );
    }
  }
  const claims = vanishing.flatMap((one) => one.claims);
  for (const ids of chunks(claims, CHUNK.ids))
    await tx.run(
      statement(
        'hideClaims',
        cypher`UNWIND ${ids} AS id
MATCH (c:Claim {id: id})
REMOVE c:Claim
SET c:Staged`,
      ),
    );
  return [...pairs];
}

/**
 * Works out anew, some at a time, what a batch that stands has hidden, and gives it its labels back: by then it is
 * withdrawn. Whoever finds such things left by a writer that ended does the rest of them.
 */
export async function finishHidden(
  door: Door,
  writer: string,
  asking: Asking,
  progress: (done: number) => void = () => undefined,
): Promise<void> {
  for (let more = true, done = 0; more; progress(done)) {
    const finished = await door.write(async (tx) => {
      const { turn } = await lockWhosever(tx);
      if (turn?.writer !== writer) return 0;
      const [applied] = await tx.run<Applied & { register: string }>(
        statement(
          'batchUnderWay',
          cypher`MATCH (b:Batch {id: ${turn.batch}})
RETURN b.id AS id, b.version AS version, b.appliedAt AS recordedAt, b.register AS register`,
        ),
      );
      const hidden = await readHidden(tx);
      if (!applied || hidden.length === 0) {
        await endTurn(tx);
        return 0;
      }
      await giveBack(tx, hidden, applied);
      await holdTurn(tx, turn.batch, writer);
      return hidden.length;
    }, asking);
    more = finished > 0;
    done += finished;
  }
}

/** Some of what is hidden, facts before the entities that they name. */
const readHidden = (tx: WriteTransaction): Promise<Vanishing[]> =>
  tx.run<{ id: string; kind: string; claims: string[] }>(
    statement(
      'hidden',
      cypher`MATCH (n:Staged) WHERE n.kind IS NOT NULL
WITH n ORDER BY n.identity IS NULL LIMIT ${int(CHUNK.things)}
RETURN n.id AS id, n.kind AS kind, [(n)<-[:STATES]-(c:Staged) | c.id] AS claims`,
    ),
  );

async function giveBack(
  tx: WriteTransaction,
  hidden: readonly Vanishing[],
  { register, ...applied }: Applied & { readonly register: string },
): Promise<void> {
  const withdraw = hidden.flatMap(({ claims }) => claims);
  await showEntries(tx, hidden);
  await showClaims(tx, withdraw);
  const nothing = { entities: [], facts: [], create: [], revive: [], end: [] };
  await changeClaims(tx, { ...nothing, register, withdraw }, applied);
  const ids = hidden.map(({ id }) => id);
  const { seen } = await settle(tx, ids, new Set(ids));
  await recordTouched(tx, seen, applied);
}
