import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { ReadDocuments } from '../../src/api/documents.js';
import { KEPT_DOCUMENTS } from '../../src/api/limits/figures.js';

const document = (characters: number): ReturnType<typeof parse> => parse(`{ a } #${'x'.repeat(characters)}`);

it('keeps the documents read last, counted with their comments', async () => {
  const kept = new ReadDocuments();
  const fourth = KEPT_DOCUMENTS.characters / 4;
  for (const key of ['a', 'b', 'c']) await kept.set(key, document(fourth));
  await kept.get('a');
  await kept.set('d', document(fourth));
  expect(await kept.get('b')).toBeUndefined();
  for (const key of ['a', 'c', 'd']) expect(await kept.get(key)).toBeDefined();
  await kept.delete('a');
  await kept.set('d', document(fourth));
  await kept.set('e', document(fourth - 100));
  expect(await kept.get('c')).toBeDefined();
});

it('keeps no more documents than stated', async () => {
  const kept = new ReadDocuments();
  for (let i = 0; i <= KEPT_DOCUMENTS.most; i++) await kept.set(String(i), document(0));
  expect(await kept.get('0')).toBeUndefined();
  expect(await kept.get('1')).toBeDefined();
});
