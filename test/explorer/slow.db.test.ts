import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

const refusal = (code: string, message: string): string =>
  JSON.stringify({ errors: [{ message, extensions: { code } }] });

describe.skipIf(!chromiumHere)('an API that is slow or over its limits', () => {
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
    expect(await page.getByText('You have asked too often in a short time.').count()).toBe(1);
    expect(await page.locator('input[type=date]').first().inputValue()).toBe('2009-01-01');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.locator('.network-nodes').waitFor();
    expect(await page.locator('[role=alert]').count()).toBe(0);
    expect(page.url()).toContain('from=2009-01-01');
    await page.close();
  });

  it.each([
    [504, 'TIMEOUT', 'The question did not answer in 9500 ms.', 'The server did not answer in time.'],
    [503, 'UNAVAILABLE', 'The server is stopping; try again.', 'The graph cannot answer just now.'],
    [429, 'RATE_LIMITED', 'Wait 2 seconds.', 'You have asked too often in a short time.'],
    [500, 'INTERNAL', 'Something failed on our side.', 'Something went wrong on our side.'],
  ])(
    'a question answered %i: the address is right, what was typed is kept, and it is asked again',
    async (status, code, message, said) => {
      const page = await newPage();
      let answered = false;
      await page.route('**/q/cooperation-after-exchange.json*', (route) =>
        answered
          ? route.continue()
          : route.fulfill({ status, contentType: 'application/json', body: refusal(code, message) }),
      );
      await page.goto(`${graph.address}/questions/cooperation-after-exchange?topic=patents`);
      const alert = page.locator('main [role=alert]');
      await alert.getByText(message).waitFor();
      expect(await alert.innerText()).toContain(`${said} What you chose is kept; try again in a moment.`);
      expect(await page.locator('#field-topic').inputValue()).toBe('patents');
      answered = true;
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByText('Egypt and India shared experience').first().waitFor();
      expect(await alert.count()).toBe(0);
      await page.close();
    },
  );

  it('a page of a server before ours, in HTML: the server does not answer, on each sort of page', async () => {
    for (const [path, asked] of [
      ['/questions/cooperation-after-exchange?topic=patents', '**/q/*.json*'],
      ['/ties', '**/graphql'],
    ] as const) {
      const page = await newPage();
      await page.route(asked, (route) =>
        route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }),
      );
      await page.goto(`${graph.address}${path}`);
      await page.getByText('The graph cannot answer just now.').first().waitFor();
      expect(await page.getByText('Bad Gateway').count()).toBe(0);
      await page.close();
    }
  });
});
