import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TIERS, type Tier, type TierName } from '../world/tiers.js';

const WORLDS = fileURLToPath(new URL('../.worlds/', import.meta.url));
/** Gigabytes that stay free beside a world. */
const LEFT_FREE = 20;
const GIGABYTE = 1024 ** 3;

/** What is kept of how a world was made. */
export interface MadeFrom {
  readonly hash: string;
  readonly facts: number;
  readonly nodes: number;
  readonly relationships: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** The data folder of a world. */
export const folderOf = (name: TierName): string => join(WORLDS, name);

const stampOf = (name: TierName): string => join(WORLDS, `${name}.json`);

/** How the world that stands was made; undefined where there is none. */
export const stands = (name: TierName): MadeFrom | undefined =>
  existsSync(stampOf(name)) ? (JSON.parse(readFileSync(stampOf(name), 'utf8')) as MadeFrom) : undefined;

/** Clears the place of a world; refuses where the disk is too small for it. */
export function clearPlace(name: TierName): void {
  rmSync(stampOf(name), { force: true });
  rmSync(folderOf(name), { recursive: true, force: true });
  mkdirSync(folderOf(name), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(WORLDS);
  const [free, wanted] = [(bavail * bsize) / GIGABYTE, (TIERS[name] as Tier).disk + LEFT_FREE];
  if (free < wanted)
    throw new Error(
      `The world ${name} needs ${wanted} GB free on the disk of ${WORLDS} (${LEFT_FREE} of them stay free), and ${free.toFixed(0)} are.`,
    );
}

/** Notes that a world stands whole. */
export const keepStamp = (name: TierName, made: MadeFrom): void =>
  writeFileSync(stampOf(name), `${JSON.stringify(made, undefined, 2)}\n`);

/** Megabytes that a folder takes. */
export function megabytesOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return Math.round(
    files.reduce((sum, one) => sum + statSync(join(one.parentPath, one.name)).size, 0) / 1024 ** 2,
  );
}
