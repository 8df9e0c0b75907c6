import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drawnNetwork } from '../../bench/explorer/drawn-network.js';
import { seeded } from '../support/seeded.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

/**
 * Notes how many workers are begun and the order in which layers of the picture are drawn, and makes every picture seem
 * slow by a clock that runs ahead; a worker that is not asked never answers.
 */
const NOTING = `(() => {
  window.layers = [];
  window.workers = 0;
  window.Worker = class extends Worker {
    constructor(...values) { super(...values); window.workers++; }
    postMessage(...values) { if (!window.unasked) super.postMessage(...values); }
  };
  const now = performance.now.bind(performance);
  performance.now = () => 4 * now();
  for (const of of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const draw = of.prototype.drawArrays;
    of.prototype.drawArrays = function (...values) {
      window.layers.push(this.canvas.className);
      return draw.apply(this, values);
    };
  }
})()`;

describe.skipIf(!chromiumHere)('a large network', () => {
  const graph = seeded();
  const { newPage } = inBrowser(graph);

  /** The page of an invented network; its picture is begun when this returns. */
  async function networkOf(nodes: number, first = ''): Promise<Page> {
    const page = await newPage();
    await page.addInitScript(`${NOTING};${first}`);
    const body = JSON.stringify({ data: { network: drawnNetwork(nodes, 3 * nodes) } });
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('NetworkOf')
        ? route.fulfill({ contentType: 'application/json', body })
        : route.continue(),
    );
    await page.goto(`${graph.address}/network?nodes=500`);
    await page.locator('.network-picture canvas').first().waitFor({ state: 'attached' });
    return page;
  }

  /** How far from the circle on which they begin the nodes lie, on average, in parts of its radius. */
  async function movedApart(page: Page): Promise<number> {
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.locator('.printed circle').count()).toBeGreaterThan(0);
    const far = await page.evaluate<number>(`(() => {
      const at = [...document.querySelectorAll('.printed circle')].map((each) => [each.cx.baseVal.value, each.cy.baseVal.value]);
      const mean = (of) => of.reduce((sum, each) => sum + each, 0) / of.length;
      const middle = [0, 1].map((axis) => mean(at.map((each) => each[axis])));
      const out = at.map(([x, y]) => Math.hypot(x - middle[0], y - middle[1]));
      return mean(out.map((each) => Math.abs(each - mean(out)))) / mean(out);
    })()`);
    await page.emulateMedia({ media: 'screen' });
    return far;
  }

  const resting = async (page: Page): Promise<void> => {
    await expect.poll(() => page.evaluate('window.workers'), { timeout: 20_000 }).toBe(1);
    await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(0);
  };

  it('is laid out beside the page by a worker, which is ended when it has answered', async () => {
    const page = await networkOf(300);
    await resting(page);
    expect(await movedApart(page)).toBeGreaterThan(0.1);
    await page.close();
  });

  it('whose page is left ends its worker, though that has not answered', async () => {
    const page = await networkOf(300, 'window.unasked = true');
    await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(1);
    await page.getByRole('link', { name: 'Cooperation Graph' }).click();
    await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(0);
    await page.close();
  });

  it('of few nodes is laid out without a worker', async () => {
    const page = await networkOf(150);
    await page.waitForFunction('window.layers.length > 0', null, { timeout: 20_000 });
    expect(await page.evaluate('window.workers')).toBe(0);
    expect(await movedApart(page)).toBeGreaterThan(0.1);
    await page.close();
  });

  it('that is moved on a slow machine leaves out its edges, and has them again when it rests', async () => {
    const page = await networkOf(160);
    await resting(page);
    const { x, y, width, height } = (await page.locator('.network-picture').boundingBox())!;
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    const dragged = async (): Promise<void> => {
      for (let step = 1; step <= 12; step++) await page.mouse.move(x + width / 2 + 6 * step, y + height / 2);
    };
    await dragged();
    await page.evaluate('window.layers.length = 0');
    await dragged();
    const moving = await page.evaluate<string[]>('window.layers.splice(0)');
    expect(moving.filter((each) => each === 'sigma-nodes').length).toBeGreaterThan(4);
    expect(moving).not.toContain('sigma-edges');
    await page.mouse.up();
    await expect
      .poll(() => page.evaluate<string[]>('window.layers.slice(-2)'), { timeout: 5_000 })
      .toEqual(['sigma-edges', 'sigma-edges']);
    await page.close();
  });

  it('leads to a thing and to what ties two where the picture is pressed', async () => {
    const page = await networkOf(160);
    await resting(page);
    const { x, y, width, height } = (await page.locator('.network-picture').boundingBox())!;
    // Somewhere between the middle and the edge there is a line or a point.
    for (let step = 0; step < 60 && !/edge=|country\//.test(page.url()); step++)
      await page.mouse.click(x + width / 2 + 3 * step, y + height / 2 + 2 * step, { delay: 5 });
    expect(page.url()).toMatch(/edge=country%2Fn\d+%2Ccountry%2Fn\d+|\/country\/n\d+/);
    await page.close();
  });
});
