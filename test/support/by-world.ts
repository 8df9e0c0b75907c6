import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What a file fills the database with, as far as other files fill it with the same. */
function worldOf({ moduleId }: TestSpecification): string {
  const text = readFileSync(moduleId, 'utf8');
  if (/onGenerated\(/.test(text)) return '1 generated';
  return /seeded\(\)/.test(text) ? '2 seed' : '3 own';
}

/** Files on one world stand together, so that it is loaded once; otherwise by name, the same on every machine. */
export class ByWorld extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placed = files.map((file) => ({ file, place: `${worldOf(file)} ${file.moduleId}` }));
    return Promise.resolve(placed.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ file }) => file));
  }
}
