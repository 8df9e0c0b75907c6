import { checkGraph, type Checkup } from '../graph/check/check.js';
import { seedFolder } from '../intake/4-apply/seed-folder.js';
import { seedHash } from '../intake/4-apply/apply-seed.js';
import { modelHash } from '../model/shape.js';
import { withGraph } from './connect.js';
import { commandAsking, requireGraph } from './prepare-graph.js';
import { run } from './run.js';

const WIDTH = 9;
const figure = (count: number): string => count.toLocaleString('en');

/** One line a rule, the places beneath; the last line says it in sum. */
function inWords({ results, version, changed }: Checkup): string {
  const lines = results.flatMap(({ says, checked, wrong, places }) => [
    `${wrong === 0 ? 'ok   ' : 'WRONG'} ${figure(checked).padStart(WIDTH)} checked ${figure(wrong).padStart(WIDTH)} wrong  ${says}`,
    ...places.map(
      ({ id, property, what }) => `        ${id}${property === null ? '' : ` ${property}`}: ${what}`,
    ),
    ...(wrong > places.length ? [`        and ${figure(wrong - places.length)} more`] : []),
  ]);
  const broken = results.filter(({ wrong }) => wrong > 0);
  const faults = broken.reduce((sum, { wrong }) => sum + wrong, 0);
  const sum =
    broken.length === 0
      ? `Clean: all ${results.length} rules hold on version ${version} of the graph.`
      : `${figure(faults)} ${faults === 1 ? 'fault' : 'faults'} against ${broken.length} of ${results.length} rules on version ${version} of the graph.`;
  const meanwhile = changed ? ['The graph was written to meanwhile; check again when nobody writes.'] : [];
  return [...lines, sum, ...meanwhile].join('\n');
}

await run((config, say) =>
  withGraph(config, say, async (door) => {
    const asking = commandAsking('check');
    await requireGraph(door, asking);
    const expected = { model: modelHash(), seed: await seedHash(seedFolder) };
    const checkup = await checkGraph(door, asking, expected, say);
    if (checkup.results.some(({ wrong }) => wrong > 0)) process.exitCode = 1;
    return inWords(checkup);
  }),
);
