import { expect, it } from 'vitest';
import { confText } from '../../src/engine/jvm.js';

const linesOf = (name: string, more: Readonly<Record<string, string>>): string[] =>
  confText(7687, '1g', more)
    .split('\n')
    .filter((line) => line.startsWith(`${name}=`));

it('a setting that is asked for goes before our own of the same name, which Neo4j would warn of', () => {
  const pages = 'server.memory.pagecache.size';
  expect(linesOf(pages, {})).toEqual([`${pages}=128m`]);
  expect(linesOf(pages, { [pages]: '4g' })).toEqual([`${pages}=4g`]);
  expect(linesOf('server.bolt.listen_address', { [pages]: '4g' })).toEqual([
    'server.bolt.listen_address=127.0.0.1:7687',
  ]);
});
