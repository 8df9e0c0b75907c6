import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Cells, World } from '../intake/world.js';
import { seeded } from '../support/seeded.js';
import { tell } from '../support/story.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

const OVERRIDE = '\u202Edeirrac si siht';
const NAMES = {
  img: '<img src=x onerror="window.owned=1">',
  end: '</script></style></title><script>window.owned=2</script>',
  svg: '"><svg/onload=window.owned=3>',
  braces: "{{constructor.constructor('window.owned=4')()}} ${window.owned=5} javascript:window.owned=6",
  override: OVERRIDE,
} as const;
const said = { source: 'document/register', locator: '1' };
const EXCHANGES = 12;

/** Countries, a topic, a meeting and a proposal with names that would run, end a script or turn the line round. */
const HOSTILE: World = {
  'sources.csv': [{ id: 'source/list', name: NAMES.end }],
  'entities/documents.csv': [{ id: 'document/register', name: NAMES.img, ...said }],
  'entities/countries.csv': Object.entries(NAMES).map(([slug, name]): Cells => ({
    id: `country/${slug}`,
    name,
    ...said,
  })),
  'entities/topics.csv': [
    { id: 'topic/end', name: NAMES.end, scheme: 'x', source: 'source/list' },
    { id: 'topic/override', name: NAMES.override, scheme: 'x', broader: 'topic/end', source: 'source/list' },
  ],
  'entities/meetings.csv': [{ id: 'meeting/svg', name: NAMES.svg, period: '2014-03-10', ...said }],
  'facts/exchanges.csv': Array.from({ length: EXCHANGES }, (_, index): Cells => {
    const other = (['end', 'svg', 'braces', 'override'] as const)[index % 4]!;
    return {
      id: `exchange/x${String(index).padStart(3, '0')}`,
      occasion: `x${index}`,
      party: `country/img:participant | country/${other}:participant`,
      topics: index % 2 === 0 ? 'topic/override' : 'topic/end',
      meeting: 'meeting/svg',
      gist: Object.values(NAMES)[index % 5]!,
      ...said,
    };
  }),
};

describe.skipIf(!chromiumHere)('names that would do harm', () => {
  const graph = seeded((door, asking) => tell(door, asking, HOSTILE));
  const { open } = inBrowser(graph);

  /** That nothing of a name became a part of the page. */
  async function expectInert(page: Page): Promise<void> {
    expect(await page.evaluate<unknown>('window.owned')).toBeUndefined();
    expect(await page.locator('main :is(script, img, style, iframe)').count()).toBe(0);
    expect(await page.locator('main svg[onload], main [onerror]').count()).toBe(0);
  }

  it.each([
    ['/country/img', NAMES.img],
    ['/country/braces', NAMES.braces],
    ['/topic/end', NAMES.end],
    ['/meeting/svg', NAMES.svg],
    ['/document/register', NAMES.img],
    ['/search?text=owned', NAMES.img],
    ['/ties', NAMES.end],
    ['/ties?view=matrix', NAMES.svg],
    ['/network?wayFrom=country/end&wayTo=country/svg', NAMES.braces],
    ['/network?with=TOPIC', NAMES.end],
    ['/questions/ties?topic=end', NAMES.img],
    ['/partners?topic=topic/end', NAMES.svg],
  ])('%s shows a hostile name as what it is', async (path, name) => {
    const { page, problems } = await open(path);
    await expect.poll(() => page.locator('main').textContent()).toContain(name);
    await expectInert(page);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('a name that turns the line round turns nothing but itself', async () => {
    const { page } = await open('/country/override');
    const ends = await page.evaluate<[number, number]>(`(() => {
      const text = document.querySelector('h1 .kind').firstChild;
      const at = (index) => { const range = document.createRange(); range.setStart(text, index); range.setEnd(text, index + 1); return range.getBoundingClientRect().left; };
      return [at(0), at(text.length - 1)];
    })()`);
    expect(ends[0]).toBeLessThan(ends[1]);
    // Wherever the name stands in a line it is isolated from what stands beside it.
    const loose = await page.evaluate<string[]>(`(() => {
      const found = []; const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) { const { parentElement: holder, data } = walk.currentNode;
        if (data.includes('\\u202e') && !holder.closest('bdi, [dir], button, td, summary, p, li')) found.push(holder.outerHTML); }
      return found; })()`);
    expect(loose).toEqual([]);
    await page.close();
  });

  it('a picture of hostile names, saved and opened by itself, runs nothing', async () => {
    const { page } = await open('/network');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Picture (SVG)' }).click(),
    ]);
    const svg = await readFile(await download.path(), 'utf8');
    expect(svg).toContain('&lt;img src=x onerror=');
    expect(svg).not.toMatch(/<(script|img|svg\/)/);
    await page.close();
  });
});
