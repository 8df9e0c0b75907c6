import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

/** Between the margins of A4, at 96 dots to the inch. */
const A4 = { width: 703, height: 1_017 };

/** What reaches over the right edge of the paper, and cannot be moved there. */
const CUT_OFF = `[...document.querySelectorAll('main *')]
  .filter((each) => each.checkVisibility() && !each.closest('svg, .for-readers'))
  .filter((each) => Math.max(each.getBoundingClientRect().right, each.scrollWidth + each.getBoundingClientRect().left) > ${A4.width + 1})
  .map((each) => each.outerHTML.slice(0, 120))`;

/** How light the colour of something is, from 0 to 1; what is seen through is paper. */
const LIGHTNESS = (selector: string, property: string): string => `(() => {
  const colour = getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property};
  const [red, green, blue, alpha = 1] = colour.match(/[\\d.]+/g).map(Number);
  return alpha === 0 ? 1 : (red + green + blue) / 765;
})()`;

const PAGES = [
  ['a country', '/country/egy', '.facts'],
  ['ties on a map', '/ties', '.tie-map'],
  ['ties as a matrix', '/ties?view=matrix', '.matrix'],
  ['a network', '/network', '.printed svg'],
  ['an answer', '/questions/cooperation-after-exchange?topic=patents', '.sentences'],
] as const;

describe.skipIf(!chromiumHere)('pages on paper', () => {
  const graph = seeded();
  const { open } = inBrowser(graph);

  /** A page as it is printed by a reader whose screen is dark. */
  async function printed(path: string): Promise<Page> {
    const { page, problems } = await open(path);
    expect(problems).toEqual([]);
    if (path === '/network') await page.locator('.network-picture canvas').first().waitFor();
    await page.setViewportSize(A4);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`);
    return page;
  }

  it.each(PAGES)('%s: nothing is cut off, nothing is dark, its picture is there', async (_, path, main) => {
    const page = await printed(path);
    expect(await page.locator(main).first().isVisible()).toBe(true);
    expect(await page.evaluate(CUT_OFF)).toEqual([]);
    expect(await page.evaluate(LIGHTNESS('body', 'backgroundColor'))).toBeGreaterThan(0.95);
    expect(await page.evaluate(LIGHTNESS('h1', 'color'))).toBeLessThan(0.3);
    for (const gone of ['.masthead', '.foot', '.fact-choice', '.question-form', '.take-away'])
      for (const each of await page.locator(gone).all()) expect(await each.isVisible(), gone).toBe(false);
    expect(await page.locator('.on-paper').innerText()).toContain(path);
    const breaks = await page.evaluate<string[]>(
      `[...document.querySelectorAll('main tr')].map((row) => getComputedStyle(row).breakInside)`,
    );
    expect([...new Set(breaks)].filter((each) => each !== 'avoid')).toEqual([]);
    await page.close();
  });

  it('a network is drawn for paper with all its nodes, in the colours of paper, and leaves the page again', async () => {
    const page = await printed('/network');
    const nodes = await page.locator('.network-nodes tbody tr').count();
    expect(nodes).toBeGreaterThan(5);
    expect(await page.locator('.printed circle').count()).toBe(nodes);
    expect(await page.locator('.network-picture').isVisible()).toBe(false);
    expect(await page.evaluate(LIGHTNESS('.printed rect', 'fill'))).toBeGreaterThan(0.95);
    expect(await page.evaluate(LIGHTNESS('.printed g:last-of-type', 'fill'))).toBeLessThan(0.3);
    await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`);
    expect(await page.locator('.printed svg').count()).toBe(0);
    await page.close();
  });

  it('what a line is about stands there also where it is a button', async () => {
    const ties = await printed('/ties');
    expect(await ties.locator('.tie-years').innerText()).toMatch(/2009\s+8/);
    await ties.close();
    const network = await printed('/network');
    expect(await network.locator('.network-edges').innerText()).toContain('Egypt – India');
    expect(await network.getByRole('button', { name: /^From Egypt/ }).isVisible()).toBe(false);
    await network.close();
  });

  it('becomes a file of few pages', async () => {
    const { page } = await open('/ties');
    const file = await page.pdf({ format: 'A4' });
    expect(file.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length).toBeLessThanOrEqual(2);
    await page.close();
  });
});
