import { commandAsking } from '../../src/commands/prepare-graph.js';
import type { Engine } from '../../src/engine/engine.js';
import { openDoor } from '../../src/graph/door.js';
import { seedHash } from '../../src/intake/4-apply/apply-seed.js';
import { seedFolder } from '../../src/intake/4-apply/seed-folder.js';
import { modelHash } from '../../src/model/shape.js';
import { TIERS, type TierName } from '../world/tiers.js';
import { worldOf } from '../world/world.js';
import { loadByApply } from './by-apply.js';
import { countsOf, type Counts } from './counts.js';
import { clearPlace, folderOf, hashOfMaking, keepStamp, megabytesOf, stands, type MadeFrom } from './made.js';
import { startWorld } from './start.js';

const HOUR = 3_600_000;

/** Makes a world unless it stands as the generator and the model say now. */
export async function makeWorld(name: TierName, say: (line: string) => void): Promise<MadeFrom> {
  const standing = stands(name);
  if (standing) return standing;
  const began = Date.now();
  clearPlace(name);
  const engine = await startWorld(name, say);
  const counts = await loaded(engine, name, say).finally(() => engine.stop());
  const made = {
    hash: hashOfMaking(),
    ...counts,
    seconds: Math.round((Date.now() - began) / 1000),
    megabytes: megabytesOf(folderOf(name)),
  };
  keepStamp(name, made);
  return made;
}

async function loaded(engine: Engine, name: TierName, say: (line: string) => void): Promise<Counts> {
  const door = openDoor({ ...engine, timeouts: { read: HOUR, write: HOUR } });
  try {
    const asking = commandAsking('bench');
    const made = { model: modelHash(), seed: await seedHash(seedFolder) };
    await loadByApply(door, worldOf(TIERS[name]), made, asking, say);
    return await countsOf(door, asking);
  } finally {
    await door.close();
  }
}
