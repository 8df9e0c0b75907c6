import axe from 'axe-core';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

const PAGES = [
  '/',
  '/search?text=patents',
  '/country/egy',
  '/agency/wipo',
  '/group/african-group',
  '/topic/patents',
  '/meeting/cairo-2013',
  '/initiative/itpgrfa',
  '/initiative/brazil-funds-in-trust',
  '/group/ldc-list',
  '/proposal/cairo-second-phase',
  '/paragraph/wipo-conference-summary-3',
  '/document/wipo-conference-summary',
  '/exchange/cairo-pharma-patents',
  '/questions',
  '/questions/cooperation-after-exchange?topic=patents',
  '/questions/prior-partners?topic=patents',
  '/ties',
  '/ties?view=matrix',
  '/ties?view=time',
  '/network',
  '/network?with=MEETING',
  '/partners?topic=topic/patents',
  '/proposals',
  '/texts',
] as const;

describe.skipIf(!chromiumHere)('the explorer in a browser', () => {
  const graph = seeded();
  const { open, settled, newPage } = inBrowser(graph);

  it.each(PAGES)(
    '%s opens by its address, with a clean console and no barrier that axe finds',
    async (path) => {
      const { page, problems } = await open(path);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<axe.AxeResults>(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
      );
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      expect(await page.locator('[role=alert]').count()).toBe(0);
      expect(problems).toEqual([]);
      await page.close();
    },
  );

  it('sends at most 150 kB of script and style, compressed, for the first page', async () => {
    const { page } = await open('/');
    const sizes = await page.evaluate<number[]>(
      `performance.getEntriesByType('resource').filter(({ name }) => /\\.(js|css)$/.test(name)).map(({ encodedBodySize }) => encodedBodySize)`,
    );
    expect(sizes.length).toBeGreaterThan(2);
    const sum = sizes.reduce((all, size) => all + size, 0);
    expect(sum).toBeGreaterThan(20_000);
    expect(sum).toBeLessThan(150_000);
    await page.close();
  });

  it('walks from the home page to a country, its fact, and the paragraph that says so', async () => {
    const { page, problems } = await open('/');
    await page.getByRole('combobox', { name: 'Search' }).fill('Egy');
    await page
      .getByRole('option', { name: /^Egypt/ })
      .first()
      .click();
    await page.waitForURL('**/country/egy');
    await settled(page);
    await page.getByRole('button', { name: 'Sources', exact: true }).first().click();
    const cited = page.locator('.opened .cited a').first();
    await cited.click();
    await page.waitForURL(/\/(paragraph|document)\//);
    await settled(page);
    expect(await page.locator('h1').innerText()).not.toBe('');
    expect(problems).toEqual([]);
    await page.close();
  });

  it('asks the canonical question by mouse and follows it to the evidence', async () => {
    const { page } = await open('/questions');
    await page.locator('.questions a').first().click();
    await settled(page);
    await page.getByLabel('topic', { exact: false }).first().fill('patents');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByText('Egypt and India shared experience').first().waitFor();
    await page.locator('a[href^="/paragraph/"]').first().click();
    await page.waitForURL('**/paragraph/**');
    await page.close();
  });

  it('asks it by keyboard alone', async () => {
    const { page } = await open('/questions');
    await page.locator('.questions a').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('#field-topic').waitFor();
    for (let tabs = 0; tabs < 40; tabs++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate<boolean>(`document.activeElement?.id === 'field-topic'`)) break;
    }
    await page.keyboard.press('Control+A');
    await page.keyboard.type('patents');
    await page.keyboard.press('Enter');
    await page.getByText('Egypt and India shared experience').first().waitFor();
    await page.close();
  });

  it('speaks Arabic from right to left, and marks what is in English', async () => {
    const { page } = await open('/country/egy?lang=ar');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('html').getAttribute('lang')).toBe('ar');
    expect(await page.locator('h1').innerText()).toContain('مصر');
    // Gists are in English, and say so.
    expect(await page.locator('.gist[lang=en][dir=ltr]').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('keeps the choice in the address, so that a link shows the same', async () => {
    const { page } = await open('/country/egy');
    const all = await page.locator('.facts tbody tr').count();
    await page.getByLabel('Stated only').check();
    await page.waitForURL(/stated=1/);
    await settled(page);
    const stated = await page.locator('.facts tbody tr').count();
    const again = await open(page.url().replace(graph.address, ''));
    expect(await again.page.locator('.facts tbody tr').count()).toBe(stated);
    expect(await again.page.locator('.facts .certainty-inferred').count()).toBe(0);
    expect(all).toBeGreaterThanOrEqual(stated);
    await page.close();
    await again.page.close();
  });

  it('says that the server is gone, keeps what was typed, and goes on when it is back', async () => {
    const { page } = await open('/partners');
    await page.route('**/graphql', (route) => route.abort());
    await page.goto(`${graph.address}/partners?topic=topic/patents`);
    await page.getByText('The server cannot be reached.').first().waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.locator('.partners li').first().waitFor();
    expect(page.url()).toContain('topic=topic');
    await page.close();
  });

  it('keeps what was typed through an outage, and asks it when the server is back', async () => {
    const { page } = await open('/questions/cooperation-after-exchange?topic=patents');
    const field = page.locator('#field-topic');
    await page.route(/\/(q|graphql)/, (route) => route.abort());
    await field.fill('pharmaceutical-patents');
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    await page.getByText('The server cannot be reached.').first().waitFor();
    expect(await field.inputValue()).toBe('pharmaceutical-patents');
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByText('Egypt and India shared experience').first().waitFor();
    expect(await page.locator('[role=alert]').count()).toBe(0);
    expect(page.url()).toContain('topic=pharmaceutical-patents');
    await page.close();
  });

  it('shows an address with nonsense in it as what it is', async () => {
    const { page } = await open('/country/nowhere');
    await page.getByText('There is no').first().waitFor();
    const other = await open('/questions/cooperation-after-exchange?topic=%3Cscript%3Ealert(1)%3C/script%3E');
    await other.page.locator('[role=alert]').waitFor();
    expect(await other.page.locator('main script').count()).toBe(0);
    await page.close();
    await other.page.close();
  });

  it('answers a picture of a pair with the facts behind it', async () => {
    const { page } = await open('/ties');
    await page.locator('.arc').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.pair-facts .facts tbody tr').first().waitFor();
    expect(page.url()).toContain('pair=');
    await page.close();
  });

  describe('in a frame of another page', () => {
    let host: Server;
    beforeAll(async () => {
      host = createServer((_request, response) => {
        response.setHeader('content-type', 'text/html');
        response.end(
          `<h1>A dashboard</h1><iframe src="${graph.address}/ties?embed" width="800" height="600">`,
        );
      });
      await new Promise<void>((ready) => host.listen(0, '127.0.0.1', ready));
    });
    afterAll(() => host.close());

    it('is refused unless the setting names the origin', async () => {
      const page = await newPage();
      await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}`);
      await page.waitForTimeout(1_000);
      expect(await page.frameLocator('iframe').locator('main').count()).toBe(0);
      await page.close();
    });
  });
});
