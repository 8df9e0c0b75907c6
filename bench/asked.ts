import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ArmName } from './arms/arm.js';
import { IN_FLIGHT } from './measure/rounds.js';
import { isTierName, TIERS } from './world/tiers.js';

const ARMS: readonly ArmName[] = ['raw', 'product', 'library', 'fields'];

/** What a run is asked to do. */
export interface Asked {
  readonly tier: string;
  /** Data folder of the world. */
  readonly folder: string;
  readonly memory: { readonly heap: string; readonly pageCache: string };
  readonly only: readonly string[];
  readonly arms: readonly ArmName[];
  /** 0 compares and counts hits, and times nothing. */
  readonly rounds: number;
  /** Requests in flight at once, each number in its turn. */
  readonly inFlight: readonly number[];
  /** Length of one shot. */
  readonly milliseconds: number;
  /** Repetitions of each write; 0 writes nothing. */
  readonly writes: number;
  /** Minutes of load on the product alone, to see what it holds in memory. */
  readonly minutes: number;
  /** Folder of the reports. */
  readonly results: string;
}

// As much for every tier: how cost grows must not hang on it.
const HEAP = '3g';

const list = (text: string): string[] => text.split(',').filter((one) => one !== '');

function whole(text: string, name: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} is a whole number.`);
  return Number(text);
}

/** The words behind `npm run bench --`; a fault names the word and what it takes. */
export function askedIn(words: readonly string[]): Asked {
  const { values } = parseArgs({
    args: [...words],
    options: {
      tier: { type: 'string', default: 'seed' },
      rounds: { type: 'string', default: '5' },
      'in-flight': { type: 'string', default: IN_FLIGHT.join(',') },
      seconds: { type: 'string', default: '2' },
      only: { type: 'string', default: '' },
      arms: { type: 'string', default: ARMS.join(',') },
      writes: { type: 'string', default: '5' },
      minutes: { type: 'string', default: '0' },
      folder: { type: 'string' },
      results: { type: 'string', default: fileURLToPath(new URL('./results/', import.meta.url)) },
    },
  });
  const { tier } = values;
  if (!isTierName(tier)) throw new Error(`--tier is one of ${Object.keys(TIERS).join(', ')}.`);
  const arms = list(values.arms).map((name) => {
    const found = ARMS.find((one) => one === name);
    if (!found) throw new Error(`--arms names ${ARMS.join(', ')}, separated by commas; not ${name}.`);
    return found;
  });
  if (!arms.includes('raw')) throw new Error('--arms must name raw: the others are compared with it.');
  const folder = values.folder ?? fileURLToPath(new URL(`./.worlds/${tier}`, import.meta.url));
  if (!existsSync(folder)) throw new Error(`There is no world in ${folder}: npm run world -- ${tier}`);
  const { pageCache } = TIERS[tier];
  return {
    tier,
    folder,
    memory: { heap: HEAP, pageCache },
    only: list(values.only),
    arms,
    rounds: whole(values.rounds, 'rounds'),
    inFlight: list(values['in-flight']).map((one) => whole(one, 'in-flight')),
    milliseconds: whole(values.seconds, 'seconds') * 1_000,
    writes: whole(values.writes, 'writes'),
    minutes: whole(values.minutes, 'minutes'),
    results: values.results,
  };
}
