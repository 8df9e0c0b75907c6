import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { house } from '../server/house.js';
import { chromiumHere, openChromium } from './chromium.js';

const at = house({ operations: fileURLToPath(new URL('./operations/', import.meta.url)) });
const AS_BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

it('answers a browser with the page, and everybody else with data', async () => {
  const page = await at.fetch('/graphql', { headers: AS_BROWSER });
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.text).not.toMatch(/https?:\/\//);
  const data = await at.fetch('/graphql?query={hello}', {
    headers: { 'content-type': 'application/json', accept: '*/*' },
  });
  expect(data.body.data).toEqual({ hello: 'hello world' });
});

it('lists the saved questions with variables to try', async () => {
  const { body } = await at.fetch('/graphql/operations.json');
  expect(body).toEqual([
    { name: 'count', text: expect.stringContaining('query Count'), variables: { of: 7 } },
    { name: 'hello', text: expect.stringContaining('query Hello'), variables: {} },
  ]);
});

describe.skipIf(!chromiumHere)('in a browser', () => {
  it('has the saved questions as tabs, runs one, and asks no other address', async () => {
    const browser = await openChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      const foreign: string[] = [];
      const problems: string[] = [];
      page.on('request', (request) => {
        if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(at.server.address))
          foreign.push(request.url());
      });
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));

      await page.goto(`${at.server.address}/graphql`);
      await page.getByRole('tab', { name: 'Count' }).waitFor();
      expect(await page.getByRole('tab', { name: 'Hello' }).count()).toBe(1);
      await page.getByText('query Count').first().waitFor();
      await page.getByRole('button', { name: /Execute query/ }).click();
      await expect
        .poll(() => page.locator('.result-window').innerText(), { timeout: 10_000 })
        .toMatch(/"count":\s*7/);
      await page.getByRole('tab', { name: 'Hello' }).click();
      await page.getByRole('button', { name: /Execute query/ }).click();
      await expect.poll(() => page.locator('.result-window').innerText()).toMatch(/hello\sworld/);
      // Come again: the tabs are still there, and a question in the address joins them.
      await page.goto(`${at.server.address}/graphql?query=${encodeURIComponent('query Linked { hello }')}`);
      await page.getByRole('tab', { name: 'Linked' }).waitFor();
      expect(await page.getByRole('tab').count()).toBe(3);
      await page.getByRole('tab', { name: 'Count' }).click();
      await page.getByRole('button', { name: /Execute query/ }).click();
      await expect.poll(() => page.locator('.result-window').innerText()).toMatch(/"count":\s*7/);
      await page.screenshot({ path: '.test-data/graphiql.png' });
      expect(foreign).toEqual([]);
      expect(problems).toEqual([]);
    } finally {
      await browser.close();
    }
  }, 60_000);
});
