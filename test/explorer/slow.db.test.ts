import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

const refusal = (code: string, message: string): string =>
  JSON.stringify({ errors: [{ message, extensions: { code } }] });

describe.skipIf(!chromiumHere)('an API that is slow, over its limits, or asked nonsense', () => {
  const graph = seeded();
  const { newPage, settled } = inBrowser(graph);

  /** A page whose questions are answered by the given hand. */
  async function answered(path: string, by: (route: Route) => Promise<void>): Promise<Page> {
    const page = await newPage();
    await page.route('**/graphql', by);
    await page.goto(`${graph.address}${path}`);
    return page;
  }

  it('slow: the page says that it waits, its form is there, and the answer is shown when it comes', async () => {
    const page = await answered('/network', async (route) => {
      await new Promise((later) => setTimeout(later, 1_500));
      await route.continue().catch(() => undefined);
    });
    await page.locator('.fact-choice').first().waitFor();
    expect(await page.locator('.waiting[role=status]').first().isVisible()).toBe(true);
    expect(await page.locator('.network-nodes').count()).toBe(0);
    await settled(page);
    await page.locator('.network-nodes').waitFor();
    await page.close();
  });

  it('over its limits: says so with the time to wait, keeps the choice, and goes on after it', async () => {
    let refused = 0;
    const page = await answered('/network?from=2009-01-01', async (route) => {
      if (refused++ > 0) return route.continue();
      return route.fulfill({
        status: 429,
        headers: { 'retry-after': '2' },
        contentType: 'application/json',
        body: refusal('RATE_LIMITED', 'Wait 2 seconds.'),
      });
    });
    await page.getByText('Wait 2 seconds.').waitFor();
    expect(await page.locator('input[type=date]').first().inputValue()).toBe('2009-01-01');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.locator('.network-nodes').waitFor();
    expect(await page.locator('[role=alert]').count()).toBe(0);
    expect(page.url()).toContain('from=2009-01-01');
    await page.close();
  });

  it.each([
    ['a day that is none', '/ties?from=yesterday'],
    ['an id of nothing', '/network?topic=topic/no-such'],
    ['a choice that is none', '/network?with=NONSENSE&nodes=many'],
    ['10 kB of rubbish', `/ties?topic=${'%3Cx%3E'.repeat(1_500)}`],
  ])('%s in the address: a page that says what happened or shows its usual self', async (_, path) => {
    const page = await newPage();
    const broken: string[] = [];
    page.on('pageerror', ({ message }) => broken.push(message));
    await page.goto(`${graph.address}${path}`);
    await settled(page);
    const said = page.locator('[role=alert], .left-out, .network-nodes');
    await said.first().waitFor();
    expect(broken).toEqual([]);
    expect(page.url()).toContain(path.slice(1, 20));
    await page.close();
  });
});
