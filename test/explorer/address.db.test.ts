import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

describe.skipIf(!chromiumHere)('an address with nonsense in it', () => {
  const graph = seeded();
  const { newPage, open, settled } = inBrowser(graph);

  /** A page at an address with nonsense in it, and what it says of that. */
  async function odd(path: string): Promise<{ page: Page; said: string[] }> {
    const page = await newPage();
    const broken: string[] = [];
    page.on('pageerror', ({ message }) => broken.push(message));
    await page.goto(`${graph.address}${path}`);
    await settled(page);
    await page.locator('main [role=alert]').first().waitFor();
    expect(broken).toEqual([]);
    return { page, said: await page.locator('main [role=alert]').allInnerTexts() };
  }

  it('a day that is none: the page says which and why, and keeps it where it can be mended', async () => {
    const { page, said } = await odd('/ties?from=yesterday');
    expect(said.join()).toContain('The question in this address cannot be asked.');
    expect(said.join()).toContain('dated.from');
    expect(said.join()).toContain('written YYYY-MM-DD');
    const field = page.locator('[aria-invalid=true]');
    expect(await field.inputValue()).toBe('yesterday');
    expect(page.url()).toContain('from=yesterday');
    await field.fill('2009-01-01');
    await page.locator('.tie-table').waitFor();
    expect(await page.locator('main [role=alert]').count()).toBe(0);
    expect(await page.locator('input[type=date]').first().inputValue()).toBe('2009-01-01');
    await page.close();
  });

  it('an id of nothing: the page says that there is none of it, and shows it in the choice', async () => {
    const { page, said } = await odd('/network?topic=topic/no-such');
    expect(said.join()).toContain('There is no such thing here.');
    expect(await page.locator('.chosen').first().innerText()).toContain('topic/no-such');
    await page.close();
  });

  it('10 kB of rubbish: the page says that it is no topic, and stays usable', async () => {
    const { page, said } = await odd(`/ties?topic=${'%3Cx%3E'.repeat(1_500)}`);
    expect(said.join()).toMatch(/cannot be asked|no such thing/);
    await page.locator('.chosen button').click();
    await page.locator('.tie-table').waitFor();
    expect(page.url()).not.toContain('topic=');
    await page.close();
  });

  it.each([
    ['/network?with=NONSENSE', 'with=NONSENSE', 'AGENCY, INITIATIVE, MEETING, TOPIC', '.network-nodes'],
    ['/network?nodes=many', 'nodes=many', '25, 50, 100, 200, 500', '.network-nodes'],
    ['/ties?view=globe', 'view=globe', 'map, matrix, time', '.tie-map'],
    ['/ties?stated=yes', 'stated=yes', '1', '.tie-map'],
    ['/ties?lang=xx', 'lang=xx', 'ar, zh, en, fr, ru, es', '.tie-map'],
    ['/proposals?view=calls&form=WISH', 'form=WISH', 'PROPOSAL, RECOMMENDATION, CALL', 'h1'],
    ['/proposals?standing=LOST', 'standing=LOST', 'OPEN, PLANNED, ACTED_ON', 'h1'],
    ['/ties?pair=Brazil', 'pair=Brazil', 'country/bra,country/ind', '.tie-map'],
    ['/ties?pair=country/bra', 'pair=country/bra', 'country/bra,country/ind', '.tie-map'],
    ['/country/egy?pair=x,y', 'pair=x,y', 'country/bra,country/ind', '.tied-to'],
    ['/network?edge=a,b,c', 'edge=a,b,c', 'country/bra,country/ind', '.network-nodes'],
    ['/country/egy?kind=Gossip', 'kind=Gossip', 'Exchange, ', '.facts'],
    ['/country/egy?topic=rain', 'topic=rain', 'topic/patents', '.facts'],
    ['/search?text=patents&kind=Gossip', 'kind=Gossip', 'Country, ', '.found'],
    ['/partners?topic=patents&weights=recent:many', 'weights=recent:many', 'cooperated:5,', '.partners'],
    ['/questions/ties?topic=patents&colour=red', 'colour=red', 'topic', '.sentences'],
  ])(
    '%s: says that %s is no choice and what is, shows the usual view, and takes it out',
    async (path, odds, among, shown) => {
      const { page, said } = await odd(path);
      expect(said).toHaveLength(1);
      expect(said[0]).toContain(odds);
      expect(said[0]).toContain(among);
      await page.locator(shown).first().waitFor();
      await page.getByRole('button', { name: 'Take it out' }).click();
      await expect.poll(() => page.locator('main [role=alert]').count()).toBe(0);
      expect(page.url()).not.toContain(odds);
      await page.close();
    },
  );

  it.each([
    ['/ties?pair=country/bra,country/nowhere', 'country/nowhere'],
    ['/network?edge=country/bra,topic/nowhere', 'topic/nowhere'],
    ['/proposals?topic=nowhere', 'nowhere'],
    ['/texts?document=document/nowhere', 'document/nowhere'],
    ['/texts?from=document/nowhere', 'document/nowhere'],
  ])('%s: says that there is no %s', async (path, id) => {
    const { page, said } = await odd(path);
    expect(said).toEqual([expect.stringContaining('There is no such thing here.')]);
    expect(await page.locator('main').innerText()).toContain(id);
    await page.close();
  });

  it('a parameter that is there and empty says nothing', async () => {
    const { page } = await open('/ties?topic=&country=&from=&to=&pair=&view=');
    expect(await page.locator('main [role=alert]').count()).toBe(0);
    expect(await page.locator('.tie-table tbody tr').count()).toBeGreaterThan(5);
    await page.close();
  });

  it('one text of two is shown by itself, and two things are named over what ties them', async () => {
    const text = await open('/texts?from=document/cairo-2013-report');
    expect(await text.page.locator('.paragraphs').count()).toBe(1);
    await text.page.close();
    const tie = await open('/ties?pair=country/egy,country/ind');
    expect(await tie.page.locator('.pair-facts .chosen').allInnerTexts()).toEqual(['Egypt', 'India']);
    expect(await tie.page.locator('.pair-facts .facts tr').count()).toBeGreaterThan(1);
    await tie.page.close();
  });
});
