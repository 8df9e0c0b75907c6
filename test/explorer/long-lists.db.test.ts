import { describe, expect, it } from 'vitest';
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

describe.skipIf(!chromiumHere)('long lists, and questions left behind', () => {
  const graph = seeded((door, asking) => tell(door, asking, LONG));
  const { open, settled } = inBrowser(graph);

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
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    expect(await table.locator('tbody tr[aria-rowindex]').count()).toBe(120);
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
