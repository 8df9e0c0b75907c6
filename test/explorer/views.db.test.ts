import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

describe.skipIf(!chromiumHere)('network, ties and proposals in a browser', () => {
  const graph = seeded();
  const { open, settled } = inBrowser(graph);

  /** What a button saves. */
  async function saved(page: Page, button: string): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).click(),
    ]);
    return readFile(await download.path(), 'latin1');
  }

  it('network: the ways between two chosen nodes, drawn and in words, and what the signs of the picture mean', async () => {
    const { page, problems } = await open('/network');
    await page.getByRole('button', { name: 'From Brazil' }).click();
    await page.getByRole('button', { name: 'To Kenya' }).click();
    await page.waitForURL(/wayFrom=country%2Fbra.*wayTo=country%2Fken/);
    await page.locator('.way-steps').first().waitFor();
    expect(await page.locator('.way-steps strong').allInnerTexts()).toEqual(['Brazil', 'Japan', 'Kenya']);
    expect(await page.locator('.way-steps a[href^="/cooperation/"]').count()).toBe(2);
    expect(await page.locator('.legend').innerText()).toMatch(/on a way between the two/);
    expect(await page.locator('.legend').innerText()).toMatch(/from 1 to 2/);
    const svg = await saved(page, 'Picture (SVG)');
    expect(svg.match(/<circle/g)?.length).toBe(10);
    // Three nodes and two edges of the way have a colour that nothing else has.
    const colours = (svg.match(/(?:fill|stroke)="rgb\([^"]+"/g) ?? []).map((each) => each.split('"')[1]!);
    const [way] = colours.filter((each) => colours.filter((other) => other === each).length === 5);
    expect(way).toBeDefined();
    expect(await saved(page, 'Picture (PNG)')).toMatch(/^\u0089PNG/);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('network: its data as CSV, GraphML and JSON, with all that is drawn', async () => {
    const { page } = await open('/network');
    const edges = await page.locator('.network-edges tbody tr').count();
    expect((await saved(page, 'Edges (CSV)')).trim().split('\r\n').length).toBe(edges + 1);
    expect((await saved(page, 'Network (GraphML)')).match(/<edge /g)?.length).toBe(edges);
    const json = JSON.parse(await saved(page, 'Network (JSON)')) as { edges: unknown[]; reading: string };
    expect([json.edges.length, json.reading]).toEqual([edges, expect.stringMatching(/./)]);
    await page.close();
  });

  it('network: what is not drawn is counted, and named on demand', async () => {
    const { page } = await open('/network?with=TOPIC&nodes=25');
    const summary = page.locator('.hidden-nodes summary');
    const hidden = Number((await summary.innerText()).match(/\d+/)![0]);
    expect(hidden).toBeGreaterThan(0);
    await summary.click();
    await page.locator('.hidden-named').waitFor();
    expect(await page.locator('.hidden-named').getAttribute('aria-rowcount')).toBe(String(hidden + 1));
    await page.close();
  });

  it.each(['map', 'matrix'])(
    'ties: the %s has the same ties by year beside it; a year narrows both',
    async (view) => {
      const { page } = await open(`/ties?view=${view}`);
      const years = page.locator('.tie-years');
      expect((await years.locator('tr').allInnerTexts()).map((row) => row.trim().split(/\s+/))).toEqual([
        ['2009', '8'],
        ['2010', '0'],
        ['2011', '0'],
        ['2012', '0'],
        ['2013', '1'],
      ]);
      await years.getByRole('button', { name: /^2013/ }).click();
      await page.waitForURL(/from=2013-01-01.*to=2013-12-31/);
      await settled(page);
      expect(await page.locator('.tie-table tbody tr').count()).toBe(1);
      expect(await years.locator('tr').count()).toBe(1);
      await page.close();
    },
  );

  it('proposals: calls under each addressee, one addressee on demand, and the offers that are open', async () => {
    const { page } = await open('/proposals?view=calls');
    const wipo = page.locator('.addressee', { has: page.locator('h2 a[href="/agency/wipo"]') });
    expect(await wipo.locator('a[href="/proposal/cairo-second-phase"]').count()).toBe(1);
    const all = await page.locator('.addressee').count();
    const only = await open('/proposals?view=calls&addressee=agency/wipo');
    const asked = await only.page.locator('.addressee').first().locator('li').count();
    expect(asked).toBe(await wipo.locator('li').count());
    expect(await only.page.locator('.addressee').count()).toBeLessThan(all);
    const offers = await open('/proposals?view=offers');
    const { data } = await graph.ask(
      '{ proposalTrail(nature: [OFFER], standing: [OPEN]) { totalCount { count } } }',
    );
    const { count } = (data as { proposalTrail: { totalCount: { count: number } } }).proposalTrail.totalCount;
    expect(new Set(await offers.page.locator('.addressee li > a:first-child').allInnerTexts()).size).toBe(
      count,
    );
    for (const opened of [page, only.page, offers.page]) await opened.close();
  });
});
