import type { Page } from 'playwright-core';

/**
 * Notes, inside the page, when the network's answer was there, when the picture was first drawn, every later drawing,
 * and every stretch in which the page could do nothing else.
 */
export const NOTING = `(() => {
  const seen = (window.seen = { answered: null, drawn: null, drawings: [], busy: [] });
  const text = Response.prototype.text;
  Response.prototype.text = async function () {
    const body = await text.call(this);
    if (seen.answered === null && body.startsWith('{"data":{"network":')) seen.answered = performance.now();
    return body;
  };
  let noted = false;
  const draw = (drawing) => function (...values) {
    if (!noted && seen.answered !== null) {
      noted = true;
      // The frame with this drawing in it is shown before the next one begins.
      requestAnimationFrame(() => {
        noted = false;
        const at = performance.now();
        seen.drawn ??= at;
        seen.drawings.push(at);
      });
    }
    return drawing.apply(this, values);
  };
  for (const of of [WebGLRenderingContext, WebGL2RenderingContext])
    for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'])
      if (of.prototype[name]) of.prototype[name] = draw(of.prototype[name]);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) seen.busy.push([startTime, duration]);
  }).observe({ type: 'longtask' });
})()`;

export interface Seen {
  readonly answered: number | null;
  readonly drawn: number | null;
  readonly drawings: readonly number[];
  readonly busy: readonly (readonly [start: number, milliseconds: number])[];
}

export const seenOn = (page: Page): Promise<Seen> => page.evaluate<Seen>('window.seen');

const PICTURE = '.network-picture';

/** From the answer to the first picture, and the longest stretch without a reaction until the layout rests, in milliseconds. */
export async function drawnOn(page: Page): Promise<{ picture: number; rest: number; busiest: number }> {
  await page.locator(`${PICTURE} canvas`).first().waitFor({ state: 'attached', timeout: 60_000 });
  await page.waitForFunction('window.seen.drawn !== null', null, { timeout: 60_000 });
  let { drawings } = await seenOn(page);
  for (let before = -1; before !== drawings.length; { drawings } = await seenOn(page)) {
    before = drawings.length;
    await page.waitForTimeout(700);
  }
  const { answered, drawn, busy } = await seenOn(page);
  const after = busy.filter(([start, length]) => start + length > answered!).map(([, length]) => length);
  return {
    picture: drawn! - answered!,
    rest: drawings.at(-1)! - answered!,
    busiest: Math.max(0, ...after),
  };
}

/** Pictures a second while it is dragged about and drawn nearer and back, and the longest wait for one. */
export async function movedOn(page: Page): Promise<{ rate: number; longest: number }> {
  await page.locator(PICTURE).scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await page.locator(PICTURE).boundingBox())!;
  const [across, down] = [x + width / 2, y + height / 2];
  await page.mouse.move(across, down);
  const { drawings: before } = await seenOn(page);
  const began = await page.evaluate<number>('performance.now()');
  await page.mouse.down();
  for (let step = 0; step < 90; step++) {
    await page.mouse.move(
      across + (width / 4) * Math.sin(step / 10),
      down + (height / 4) * Math.sin(step / 7),
    );
    await page.waitForTimeout(8);
  }
  await page.mouse.up();
  for (const nearer of [-1, -1, -1, 1, 1, 1]) {
    await page.mouse.wheel(0, 240 * nearer);
    await page.waitForTimeout(250);
  }
  const ended = await page.evaluate<number>('performance.now()');
  const drawings = (await seenOn(page)).drawings.slice(before.length);
  const gaps = drawings.slice(1).map((at, index) => at - drawings[index]!);
  // What is not moved is not drawn: waits longer than a half second are those of the hand.
  const moving = gaps.filter((gap) => gap < 500).sort((a, b) => a - b);
  if (moving.length === 0) throw new Error(`Nothing moved from ${began} to ${ended}.`);
  const all = moving.reduce((sum, gap) => sum + gap, 0);
  return { rate: (1_000 * moving.length) / all, longest: moving.at(-1)! };
}
