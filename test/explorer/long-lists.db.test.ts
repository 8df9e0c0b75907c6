import { describe, expect, it } from 'vitest';
import { drawnNetwork } from '../../bench/explorer/drawn-network.js';
import type { Cells, World } from '../intake/world.js';
import { seeded } from '../support/seeded.js';
import { tell } from '../support/story.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

const said = { source: 'document/register', locator: '1' };

/** One country with more facts than a page draws at once. */
const LONG: World = {
  'entities/documents.csv': [{ id: 'document/register', name: 'The register', ...said }],
  'entities/countries.csv': ['img', 'end'].map((slug): Cells => ({
    id: `country/${slug}`,
    name: slug,
    ...said,
  })),
  'facts/exchanges.csv': Array.from({ length: 130 }, (_, index): Cells => ({
    id: `exchange/x${index}`,
    occasion: `x${index}`,
    party: 'country/img:participant | country/end:participant',
    ...said,
  })),
};

/** How many sheets a PDF has. */
const sheetsOf = (file: Buffer): number => file.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;

describe.skipIf(!chromiumHere)('long lists, and questions left behind', () => {
  const graph = seeded((door, asking) => tell(door, asking, LONG));
  const { newPage, open, settled } = inBrowser(graph);

  it('a long list is drawn in part, says how long it is, and keeps the row with the focus', async () => {
    const { page } = await open('/country/img');
    const table = page.locator('.facts').last();
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.locator('.facts.virtual').waitFor();
    expect(await table.getAttribute('aria-rowcount')).toBe('121');
    const drawn = (): Promise<number> => table.locator('tr[aria-rowindex]').count();
    expect(await drawn()).toBeLessThan(80);
    await page.evaluate('window.scrollTo(0, 0)');
    await table.locator('tr[aria-rowindex="2"] a').first().focus();
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    await table.locator('tr[aria-rowindex="121"]').waitFor();
    expect(await drawn()).toBeLessThan(80);
    expect(await page.evaluate<boolean>(`document.activeElement.closest('tr')?.ariaRowIndex === '2'`)).toBe(
      true,
    );
    // The next Tab goes on from there, not from the top of the page.
    await page.keyboard.press('Tab');
    expect(
      await page.evaluate<boolean>(`['2', '3'].includes(document.activeElement.closest('tr')?.ariaRowIndex)`),
    ).toBe(true);
    await page.close();
  });

  it('on paper a long list has all its rows, and the screen only those near the window again after it', async () => {
    const { page } = await open('/country/img');
    await page.getByRole('button', { name: 'Show more' }).click();
    await page.locator('.facts.virtual').waitFor();
    const rows = page.locator('.facts').last().locator('tr[aria-rowindex]');
    // As the printer finds it: this listener comes after those of the page.
    await page.evaluate(`window.addEventListener('beforeprint', () => {
      window.printed = [...document.querySelectorAll('.facts')].at(-1).querySelectorAll('tbody tr[aria-rowindex]').length;
    })`);
    const file = await page.pdf({ format: 'A4' });
    expect(await page.evaluate('window.printed')).toBe(120);
    // A line takes some five millimetres at least, so that 120 of them need several sheets.
    expect(sheetsOf(file)).toBeGreaterThan(3);
    await expect.poll(() => rows.count()).toBeLessThan(80);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => rows.count()).toBe(121);
    await page.emulateMedia({ media: 'screen' });
    await expect.poll(() => rows.count()).toBeLessThan(80);
    await page.close();
  });

  it('what is too long for paper is there in its beginning, and says how much there is', async () => {
    const page = await newPage();
    const body = JSON.stringify({ data: { network: drawnNetwork(500, 1_500) } });
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('NetworkOf')
        ? route.fulfill({ contentType: 'application/json', body })
        : route.continue(),
    );
    await page.goto(`${graph.address}/network?nodes=500`);
    await page.locator('.network-edges').waitFor();
    expect(await page.locator('.network-edges tbody tr').count()).toBe(20);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.network-edges tbody tr').count()).toBe(1_000);
    expect(await page.locator('.network-nodes tbody tr').count()).toBe(500);
    expect(await page.locator('.network-tables .aside').allInnerTexts()).toEqual(['1000 of 1500 are shown.']);
    await page.close();
  });

  it('a question is cancelled when its page is left', async () => {
    const { page } = await open('/');
    const cancelled: string[] = [];
    page.on('requestfailed', (request) => cancelled.push(request.failure()?.errorText ?? ''));
    await page.route('**/graphql', async (route) => {
      await new Promise((later) => setTimeout(later, 2_000));
      await route.continue().catch(() => undefined);
    });
    const asked = page.waitForRequest('**/graphql');
    await page.evaluate(`history.pushState(null, '', '/country/img')`);
    await asked;
    await page.getByRole('link', { name: 'Cooperation Graph' }).click();
    await expect.poll(() => cancelled).toContain('net::ERR_ABORTED');
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await settled(page);
    await page.close();
  });
});
