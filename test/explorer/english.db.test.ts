import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

const MARK = 'abbr.fallback';

/** Text of the page's own language that is none of it: words in Latin letters which no mark says to be English, or a name. */
const UNMARKED = `(() => {
  const found = [];
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { parentElement: holder, data } = walk.currentNode;
    if (!/[a-z]{3,}(?: [a-z]{2,}){3}/i.test(data) || !holder.checkVisibility()) continue;
    if (!holder.closest('[lang=en], bdi, a, code, script, style')) found.push(data.trim().slice(0, 80));
  }
  return found;
})()`;

/** What is English in every language, by page and by where it stands. */
const PAGES = [
  ['/country/egy', '.gist'],
  ['/ties?topic=topic/nowhere-at-all', '.left-out, .empty'],
  ['/network?wayFrom=country/bra&wayTo=country/ken', '.ways p'],
  ['/partners?topic=topic/patents', '.reading'],
  ['/proposals', '.board'],
  ['/texts?document=document/wipo-conference-summary', '.paragraphs td'],
  ['/texts?from=document/nairobi-draft&to=document/nairobi-outcome', '.reading'],
  ['/questions/cooperation-after-exchange?topic=patents', '.reading'],
  ['/exchange/cairo-pharma-patents', 'main'],
] as const;

describe.skipIf(!chromiumHere)('what is in English only', () => {
  const graph = seeded();
  const { open } = inBrowser(graph);

  const inLanguage = async (path: string, lang: string): Promise<Page> =>
    (await open(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`)).page;

  it.each(PAGES)('%s: a sentence in %s says so to those who hear the page in Arabic', async (path, where) => {
    const page = await inLanguage(path, 'ar');
    expect(await page.evaluate('document.documentElement.lang')).toBe('ar');
    await page.locator(`:is(${where}) [lang=en], :is(${where})[lang=en]`).first().waitFor();
    expect(await page.evaluate(UNMARKED)).toEqual([]);
    await page.close();
  });

  it('is marked for those who see it in another language, and not for those who read English', async () => {
    const texts = '/texts?document=document/wipo-conference-summary';
    const russian = await inLanguage(texts, 'ru');
    const gists = await russian.locator('.paragraphs td [lang=en]').count();
    expect(gists).toBeGreaterThan(5);
    expect(await russian.locator(`.paragraphs td [lang=en] + ${MARK}`).count()).toBe(gists);
    expect(await russian.locator(MARK).first().getAttribute('title')).toMatch(/англий/);
    const english = await inLanguage(texts, 'en');
    expect(await english.locator('.paragraphs td [lang=en]').count()).toBe(gists);
    expect(await english.locator(MARK).count()).toBe(0);
    for (const page of [russian, english]) await page.close();
  });

  it('what a fault says is English under words of the reader', async () => {
    const page = await inLanguage('/ties?from=yesterday', 'fr');
    const fault = page.locator('main [role=alert]').first();
    expect(await fault.locator('[lang=en]').innerText()).toContain('YYYY-MM-DD');
    expect(await fault.locator('strong').innerText()).not.toMatch(/cannot be asked/);
    await page.close();
  });

  it('compared texts: an outcome chosen shows those paragraphs alone, stands in the address, and is given up again', async () => {
    const { page } = await open('/texts?from=document/nairobi-draft&to=document/nairobi-outcome');
    const choices = page.locator('.choices button');
    const rows = page.locator('.compared tbody tr');
    const all = await rows.count();
    const counted = new Map<string, number>();
    for (const choice of await choices.all()) {
      const [, word, count] = /^(.+?)\s+(\d+)$/.exec((await choice.innerText()).trim())!;
      counted.set(word!, Number(count));
    }
    expect(counted.size).toBeGreaterThan(2);
    const dropped = page.getByRole('button', { name: /^dropped/ });
    await dropped.click();
    await page.waitForURL(/outcome=DROPPED/);
    await expect.poll(() => rows.count()).toBe(counted.get('dropped'));
    expect(counted.get('dropped')).toBeLessThan(all);
    expect(await page.locator('.outcome').count()).toBe(await page.locator('.outcome-dropped').count());
    // What was dropped stands in no column of the later text.
    expect(await page.locator('.compared tbody td:nth-child(3) a').count()).toBe(0);
    expect(await dropped.getAttribute('aria-pressed')).toBe('true');
    await dropped.click();
    await expect.poll(() => rows.count()).toBe(all);
    expect(page.url()).not.toContain('outcome=');
    await page.close();
  });

  it('an outcome in the address is chosen when the page opens', async () => {
    const { page } = await open(
      '/texts?from=document/nairobi-draft&to=document/nairobi-outcome&outcome=REWORDED',
    );
    expect(await page.locator('.choices [aria-pressed=true]').allInnerTexts()).toEqual([
      expect.stringMatching(/^reworded/),
    ]);
    expect(await page.locator('.compared tbody tr').count()).toBe(
      await page.locator('.compared .outcome-reworded').count(),
    );
    await page.close();
  });
});
