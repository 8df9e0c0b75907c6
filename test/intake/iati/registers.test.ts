import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countsOf, readFiles } from './reading.js';

const FILE = resolve(
  import.meta.dirname,
  '../../../../shared/data/iati/iati_2.03_NigeriaAIMS_GeocodedResearchRelease.xml',
);
const there = existsSync(FILE);

/** How often a pattern stands in the file, which is another way of counting than reading it. */
const often = (pattern: RegExp): number => readFileSync(FILE, 'utf8').match(pattern)?.length ?? 0;

describe.skipIf(!there)('a register as published (skipped where ../shared/data is absent)', () => {
  it('gives an initiative for each activity and a part for each organisation and recipient', async () => {
    const read = await readFiles([FILE]);
    const counts = countsOf(read);
    const passed = (reason: string): number => read.passedOver.get(reason) ?? 0;
    expect(counts['Initiative']).toBe(often(/<iati-activity /g));
    expect(
      (counts['Involvement'] ?? 0) +
        passed('organisations without a name') +
        passed('organisations given twice in one role') +
        passed('recipient countries in doubt'),
    ).toBe(often(/<participating-org /g) + often(/<recipient-country /g));
    expect(passed('transactions')).toBe(often(/<transaction>/g));
    expect(
      passed('sector that no list here explains (kept as text)') + passed('shares of sectors in percent'),
    ).toBe(often(/<sector /g));
  });
});
