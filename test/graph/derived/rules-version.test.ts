import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ENTITY_KINDS } from '../../../src/model/kinds.js';
import { DERIVATION } from '../../../src/graph/derived/rules-version.js';

const SRC = resolve(import.meta.dirname, '../../../src');
/** Files whose code decides what roll-up and derivation work out. */
const RULES = [
  'model/rules/roll-up.ts',
  'model/rules/roll-up-attributes.ts',
  'model/rules/roll-up-ends.ts',
  'model/rules/roll-up-parties.ts',
  'model/rules/roll-up-period.ts',
  'model/rules/weigh.ts',
  'model/rules/modality.ts',
  'model/rules/ties.ts',
  'model/rules/topics.ts',
  'model/values/period.ts',
  'graph/derived/keys.ts',
  'graph/derived/derive.ts',
  'graph/derived/ties.ts',
  'graph/derived/topics.ts',
  'graph/derived/search-fields.ts',
  'graph/derived/evidence.ts',
  'model/rules/folding.ts',
];

/** The code without comments and white space. */
const codeOf = (name: string): string =>
  readFileSync(resolve(SRC, name), 'utf8')
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    .replace(/\s+/g, '');

it('the number of the derivation rules belongs to their code', () => {
  const searched = ENTITY_KINDS.flatMap(({ kind, attributes }) =>
    Object.entries(attributes).flatMap(([name, { searchedAs }]) =>
      searchedAs ? `${kind}.${name} ${searchedAs}` : [],
    ),
  );
  const hash = createHash('sha256')
    .update([...RULES.map(codeOf), ...searched].join('\n'))
    .digest('hex')
    .slice(0, 16);
  // When this fails: if the rules work out something else now, raise DERIVATION, so that graphs are rebuilt; then write both here.
  expect({ DERIVATION, hash }).toEqual({ DERIVATION: '5', hash: 'b70a130f65b6819c' });
});
