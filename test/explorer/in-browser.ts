import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { openChromium } from './chromium.js';

/** A page of the explorer, with all that it should not have done: other addresses asked, errors on the console. */
export interface OpenedPage {
  readonly page: Page;
  readonly problems: string[];
}

export interface InBrowser {
  readonly settled: (page: Page) => Promise<void>;
  readonly newPage: () => Promise<Page>;
  readonly open: (path: string) => Promise<OpenedPage>;
}

/** Pages of a served explorer in one Chromium for the tests of a file. */
export function inBrowser(served: { readonly address: string }): InBrowser {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser.close());

  /** Waits until nothing on the page is under way. */
  async function settled(page: Page): Promise<void> {
    await page.locator('h1').waitFor();
    await expect.poll(() => page.locator('.waiting, .under-way').count(), { timeout: 30_000 }).toBe(0);
  }

  return {
    settled,
    newPage: () => browser.newPage({ viewport: { width: 1280, height: 900 } }),
    /** A new page that notes every request to another address and everything on the console. */
    open: async (path) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      const problems: string[] = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(served.address) && !/^(data|blob):/.test(request.url()))
          problems.push(`asked ${request.url()}`);
      });
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(`${served.address}${path}`);
      await settled(page);
      return { page, problems };
    },
  };
}
