import { commandAsking } from '../../src/commands/prepare-graph.js';
import { openDoor } from '../../src/graph/door.js';
import { seedHash } from '../../src/intake/4-apply/apply-seed.js';
import { seedFolder } from '../../src/intake/4-apply/seed-folder.js';
import { modelHash } from '../../src/model/shape.js';
import { TIERS, type TierName } from '../world/tiers.js';
import { worldOf } from '../world/world.js';
import { finish } from './bulk/finish.js';
import { loadByImport } from './by-import.js';
import { countsOf, type Counts } from './counts.js';
import { clearPlace, folderOf, keepStamp, megabytesOf, stands, type MadeFrom } from './made.js';
import { hashOfMaking } from './hash-of-making.js';
import { startWorld } from './start.js';
import type { Written } from './written.js';

const HOUR = 3_600_000;

/** Makes a world unless it stands as the generator and the model say now. */
export async function makeWorld(name: TierName, say: (line: string) => void): Promise<MadeFrom> {
  const hash = await hashOfMaking(TIERS[name]);
  const standing = stands(name);
  if (standing?.hash === hash) return standing;
  const began = Date.now();
  clearPlace(name);
  const { heap, pageCache } = TIERS[name];
  const imported = await loadByImport(
    folderOf(name),
    worldOf(TIERS[name]),
    { heap, offHeap: pageCache === '128m' ? '512m' : pageCache },
    say,
  );
  const made = {
    hash,
    ...(await finished(name, imported, say)),
    seconds: Math.round((Date.now() - began) / 1000),
    megabytes: megabytesOf(folderOf(name)),
  };
  keepStamp(name, made);
  return made;
}

async function finished(name: TierName, imported: Written, say: (line: string) => void): Promise<Counts> {
  const engine = await startWorld(name, say, { 'db.transaction.timeout': '1h' });
  const door = openDoor({ ...engine, timeouts: { read: HOUR, write: HOUR } });
  try {
    const asking = commandAsking('bench');
    const made = { model: modelHash(), seed: await seedHash(seedFolder) };
    await finish(engine, door, { made, ...imported }, asking, say);
    return await countsOf(door, asking);
  } finally {
    await door.close();
    await engine.stop();
  }
}
