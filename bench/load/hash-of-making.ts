import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DERIVATION } from '../../src/graph/derived/rules-version.js';
import { seedHash } from '../../src/intake/4-apply/apply-seed.js';
import { seedFolder } from '../../src/intake/4-apply/seed-folder.js';
import { modelHash } from '../../src/model/shape.js';
import { TIERS, type Tier } from '../world/tiers.js';
import { worldOf } from '../world/world.js';
import { writeFiles } from './written.js';

// What the small world does not show: how larger ones are drawn, and what is done after the import.
const TEXTS = ['../world/', './bulk/'].map((folder) => fileURLToPath(new URL(folder, import.meta.url)));

/**
 * A hash of what decides how a world of this size looks. What the product's own declarations and rules make of it is seen
 * on the small world, row by row: so that another wording in their code makes no world stale, and another rule each.
 */
export async function hashOfMaking(tier: Tier): Promise<string> {
  const made = { tier, model: modelHash(), derived: DERIVATION, seed: await seedHash(seedFolder) };
  const hash = createHash('sha256').update(JSON.stringify(made));
  for (const folder of TEXTS)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts')) hash.update(`${name}\0`).update(readFileSync(join(folder, name)));
  const rows = mkdtempSync(join(tmpdir(), 'small-world-'));
  try {
    await writeFiles(rows, worldOf(TIERS.small), '2000-01-01T00:00:00.000Z', () => undefined);
    for (const name of readdirSync(rows).sort()) {
      hash.update(`${name}\0`);
      for await (const bytes of createReadStream(join(rows, name))) hash.update(bytes as Buffer);
    }
  } finally {
    rmSync(rows, { recursive: true });
  }
  return hash.digest('hex');
}
