import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from '../results.js';
import { growth } from './growth.js';
import { picture } from './picture.js';
import { besidePeers, besideRaw, costs, memory, soaked } from './tables.js';
import { missed } from './targets.js';
import { writesInWords } from './writes.js';

const TIERS = ['seed', 'national', 'world'];

/** Writes the table and the picture of a run, and how cost grows over the runs that lie in the folder; returns where. */
export async function report(results: Results, folder: string): Promise<string> {
  const lines = missed(results);
  const path = join(folder, `${results.tier}.md`);
  const drawn = results.measured.length > 0;
  if (drawn) writeFileSync(join(folder, `${results.tier}.svg`), `${await picture(results)}\n`);
  const { machine, facts, relationships, rounds, milliseconds, at } = results;
  writeFileSync(
    path,
    `# The workload on the tier \`${results.tier}\`

${facts.toLocaleString('en')} facts, ${relationships.toLocaleString('en')} relationships; ${machine.cores} cores, ${Math.round(machine.memoryBytes / 2 ** 30)} GB, Node ${machine.node}; ${rounds} rounds of ${milliseconds / 1_000} s a shot; ${at.slice(0, 10)}.
Every answer was compared with that of the raw driver before anything was timed. Absolute times are of this machine; ratios are of one round.
${drawn ? `\n![Requests a second of the product over each peer](${results.tier}.svg)\n` : ''}
## Missed targets, and where a peer is ahead

${lines.length === 0 ? 'None.' : lines.map((line) => `- ${line}`).join('\n')}

## Beside the raw driver

Requests a second of the product over those of hand-written Cypher behind bare HTTP in the same round: median, and in brackets the worst round.

${besideRaw(results)}

## Beside @neo4j/graphql

The same at 16 in flight. "@neo4j/graphql" is its own schema, "@cypher fields" the same with hand-written statements for what that cannot say.

${besidePeers(results)}

## What it costs

Database hits of a request, median / most (and in how many statements); CPU in milliseconds a request at 16 in flight.

${costs(results)}

## Start and memory

${memory(results)}
${results.soaked ? `\n${soaked(results.soaked)}\n` : ''}${results.writes ? `\n## Writes\n\n${writesInWords(results.writes)}\n` : ''}`,
  );
  const tiers = TIERS.flatMap((tier) => {
    const file = join(folder, `${tier}.json`);
    return existsSync(file) ? [JSON.parse(readFileSync(file, 'utf8')) as Results] : [];
  });
  if (tiers.length > 1)
    writeFileSync(
      join(folder, 'growth.md'),
      `# How cost grows with the data

The product's requests at each tier. Items in bold follow an ordered index: their cost must not grow.

${growth(tiers)}
`,
    );
  return path;
}
