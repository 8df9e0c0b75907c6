import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Faults } from '../../../src/intake/faults.js';
import { readFiles, readText } from './reading.js';

const START = '<iati-activities version="2.03"><iati-activity><iati-identifier>X-1</iati-identifier>';
const END = '</iati-activity></iati-activities>';

/** What refuses a file, in words; the time and memory that it takes are bounded. */
async function refusal(text: string | Uint8Array): Promise<string> {
  const [before, began] = [process.memoryUsage().rss, performance.now()];
  const error: unknown = await readText(text).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  expect(error).toBeInstanceOf(Faults);
  return (error as Faults).message.split('\n').slice(1).join('\n');
}

const LAUGHS = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');

describe('hostile XML is refused at its place, within a second and without memory', () => {
  it.each<[name: string, text: string, words: RegExp]>([
    [
      'entity that is a file',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${START}<title>&e;</title>${END}`,
      /line 1: The file has a document type declaration \(DOCTYPE\)/,
    ],
    [
      'parameter entity',
      `<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>${START}${END}`,
      /DOCTYPE/,
    ],
    [
      'empty document type',
      `<?xml version="1.0"?>\n<!DOCTYPE iati-activities>\n${START}${END}`,
      /line 2: .*DOCTYPE/,
    ],
    ['billion laughs', `<!DOCTYPE x [<!ENTITY l0 "ha">${LAUGHS}]>${START}&l9;${END}`, /DOCTYPE/],
    [
      'one long entity, often used',
      `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50_000)}">]>${START}${'&a;'.repeat(50_000)}${END}`,
      /DOCTYPE/,
    ],
    [
      'document type without an end',
      `<!DOCTYPE x [${'<!ENTITY a "b">'.repeat(2_000_000)}`,
      /longer than 1000000 characters/,
    ],
    [
      '100,000 levels',
      START + '<title>'.repeat(100_000),
      /element <title>: More than 100 elements stand within each other/,
    ],
    [
      '1,000,000 attributes',
      `${START}<title ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}=""`).join(' ')}/>${END}`,
      /element <title>: The element has more than 100 attributes/,
    ],
    [
      'an attribute of 30 MB',
      `${START}<title a="${'a'.repeat(30_000_000)}"/>${END}`,
      /longer than 1000000 characters/,
    ],
    [
      'a text of 30 MB',
      `${START}<title>${'a '.repeat(15_000_000)}</title>${END}`,
      /longer than 1000000 characters/,
    ],
    [
      'a comment of 30 MB',
      `${START}<!--${'a'.repeat(30_000_000)}-->${END}`,
      /longer than 1000000 characters/,
    ],
    ['an activity without an end', START + '<sector code="1"/>'.repeat(100_000), /more than 50000 elements/],
    [
      'a name that every object has as an entity',
      `${START}<title>&constructor;</title>${END}`,
      /element <title>: The XML is broken here \(undefined entity\)/,
    ],
  ])('%s', async (_name, text, words) => {
    expect(await refusal(text)).toMatch(words);
  });

  it('opens no connection that a file names', async () => {
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end('<!ENTITY e "read">');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.dtd`;
    await refusal(`<!DOCTYPE x SYSTEM "${url}" [<!ENTITY % p SYSTEM "${url}"> %p;]>${START}&e;${END}`);
    await refusal(`<?xml-stylesheet href="${url}"?><!DOCTYPE x PUBLIC "x" "${url}">${START}${END}`);
    server.close();
    expect(asked).toBe(0);
  });
});

describe('broken files are refused at their place', () => {
  it.each<[name: string, text: string | Uint8Array, words: RegExp]>([
    [
      'cut in the middle',
      `${START}\n<title>\n<narrative>Half`,
      /line 3, element <narrative>: The XML is broken here \(unclosed tag: narrative\)/,
    ],
    ['crossed tags', `${START}\n<title></sector>${END}`, /line 2, element <[a-z-]+>: The XML is broken here/],
    ['empty', '', /The XML is broken here/],
    [
      'Latin-1',
      Buffer.from(`${START}\n<title>Caf\u00e9</title>${END}`, 'latin1'),
      /line 2: The file is not UTF-8/,
    ],
    [
      'another encoding by its own word',
      `<?xml version="1.0" encoding="ISO-8859-1"?>${START}${END}`,
      /line 1: The file is not UTF-8/,
    ],
    ['UTF-16', Buffer.from(`\ufeff${START}${END}`, 'utf16le'), /The file is not UTF-8/],
    [
      'another root',
      '<iati-organisations version="2.03"/>',
      /The root element is <iati-organisations>; give a file of <iati-activities>/,
    ],
    ['no version', '<iati-activities/>', /does not say its version/],
    [
      'another version',
      '<iati-activities version="3.0"/>',
      /The version "3\.0" is not known; these are: 1\.0, /,
    ],
  ])('%s', async (_name, text, words) => {
    expect(await refusal(text)).toMatch(words);
  });

  it('a file that is not there, and a folder', async () => {
    await expect(readFiles(['/nowhere/x.xml'])).rejects.toThrow(/x\.xml: There is no such file/);
    await expect(readFiles(['/tmp'])).rejects.toThrow(/tmp: There is no such file/);
  });

  it('a byte order mark is no fault', async () => {
    expect((await readText(`\ufeff${START}${END}`)).rows).toHaveLength(2);
  });
});
