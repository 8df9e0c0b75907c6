import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

describe.skipIf(!chromiumHere)('views in a frame of a foreign page', () => {
  let host: Server;
  let explorer = '';
  beforeAll(async () => {
    host = createServer(({ url }, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(
        `<title>A dashboard</title><iframe title="view" src="${explorer}${decodeURIComponent(url!.slice(1))}" width="1000" height="700">`,
      );
    });
    await new Promise<void>((ready) => host.listen(0, ready));
  });
  afterAll(() => host.close());
  const port = (): number => (host.address() as AddressInfo).port;

  const graph = seeded(undefined, {
    config: {
      host: '127.0.0.1',
      port: 0,
      // One server, two names: one of them may show views, the other may not.
      get embedOrigins() {
        return [`http://127.0.0.1:${port()}`];
      },
    },
  });
  const { newPage } = inBrowser(graph);

  it.each([
    ['/ties?embed', '.tie-map', 'Ties'],
    ['/ties?view=matrix&embed', '.matrix', 'Ties'],
    ['/network?embed', '.network-picture', 'Network'],
    ['/questions/cooperation-after-exchange?topic=patents&embed', '.sentences', 'shared experience'],
  ])(
    '%s is shown to an origin that the setting names, without its surroundings',
    async (path, shown, title) => {
      explorer = graph.address;
      const page = await newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(`http://127.0.0.1:${port()}/${encodeURIComponent(path)}`);
      const frame = page.frameLocator('iframe');
      await frame.locator(shown).waitFor();
      expect(await frame.locator('h1').innerText()).toContain(title);
      expect(await frame.locator('.masthead, .foot').count()).toBe(0);
      // A link in the frame stays in the frame, and stays bare.
      await frame.locator('main a[href*="embed"]').first().waitFor();
      expect(problems.filter((text) => !/favicon/.test(text))).toEqual([]);
      await page.close();
    },
  );

  it('is refused to another origin, and without ?embed', async () => {
    explorer = graph.address;
    const page = await newPage();
    for (const address of [
      `http://localhost:${port()}/${encodeURIComponent('/ties?embed')}`,
      `http://127.0.0.1:${port()}/${encodeURIComponent('/ties')}`,
    ]) {
      const refused = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
      await page.goto(address);
      await refused;
      expect(await page.frameLocator('iframe').locator('main').count()).toBe(0);
    }
    await page.close();
  });
});
