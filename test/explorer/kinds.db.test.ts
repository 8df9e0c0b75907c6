import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

describe.skipIf(!chromiumHere)('pages of one thing, by its kind', () => {
  const graph = seeded();
  const { open, settled } = inBrowser(graph);
  /** The section under a heading. */
  const SECTION = (title: string): string => `section:has(> h2:text-is("${title}"))`;

  it('meeting: named participants against counted ones, and what came of it with order and evidence apart', async () => {
    const { page, problems } = await open('/meeting/cairo-2013');
    const there = page.locator(SECTION('Who was there'));
    expect(await there.locator('h3', { hasText: 'Named' }).innerText()).toMatch(/Named 8/);
    const counted = there.locator('div:has(> h3:text-is("Counted only"))');
    expect(await counted.innerText()).toMatch(/Developing countries\s*32/);
    expect(await counted.innerText()).toMatch(/at least 100/);
    // What is only counted is not named, and the other way round.
    expect(await counted.locator('a[href="/country/per"]').count()).toBe(0);
    const pair = page.locator('.since .pair').first();
    expect(await pair.innerText()).toMatch(/Egypt\s*–\s*India/);
    expect(await pair.locator('.order-definite').count()).toBe(1);
    expect(await pair.locator('.sign').count()).toBe(2);
    const came = page.locator(SECTION('What came of it'));
    expect(await came.locator('a[href="/cooperation/egy-ind-pharma-patents"]').count()).toBeGreaterThan(0);
    expect(await came.locator('a[href="/proposal/cairo-second-phase"]').count()).toBe(1);
    // From a participant to the paragraph that says so.
    await there.locator('a[href="/participation/cairo-2013-peru"]').first().click();
    await page.waitForURL('**/participation/cairo-2013-peru');
    await settled(page);
    await page.locator('.cited a[href^="/paragraph/"]').first().click();
    await page.waitForURL('**/paragraph/**');
    expect(problems).toEqual([]);
    await page.close();
  });

  it('fund: who pays for what, with a least amount and what the source leaves open', async () => {
    const { page } = await open('/initiative/brazil-funds-in-trust');
    const row = page.locator(`${SECTION('Who pays for what')} tbody tr`).first();
    expect(await row.innerText()).toMatch(
      /Brazil[\s\S]*not said[\s\S]*at least USD\s1,000,000[\s\S]*committed/,
    );
    await page.close();
  });

  it('topic: between broader and narrower ones, with numbers that "stated only" lowers', async () => {
    const { page } = await open('/topic/patents');
    const tree = page.locator('.topic-tree');
    expect(await tree.innerText()).toMatch(
      /Intellectual property 69 facts\s+Patents 13 facts\s+Patent flexibilities 3 facts\s+Compulsory licensing 1 fact/,
    );
    await page.getByLabel('Stated only').check();
    await page.waitForURL(/stated=1/);
    await settled(page);
    expect(await tree.innerText()).toMatch(/Patents 11 facts/);
    await page.close();
  });

  it('country: with whom it is tied, on what; a tie opens its facts', async () => {
    const { page } = await open('/country/bra');
    const ties = page.locator(SECTION('Tied to countries'));
    expect(await ties.locator('.tied-to tbody th').allInnerTexts()).toEqual([
      'Haiti',
      'India',
      'Japan',
      'South Africa',
    ]);
    await ties.getByRole('button', { name: /Haiti/ }).click();
    await page.waitForURL(/pair=/);
    await settled(page);
    expect(await page.locator('.pair-facts .facts tbody tr').count()).toBe(1);
    await page.close();
  });

  it.each([
    ['/proposal/cairo-second-phase', 'What became of it', /made by\s+Participants of the Cairo meeting/],
    ['/document/wipo-conference-summary', 'Paragraphs', /paragraph 3|\b3\b/],
    ['/agency/wipo', 'Takes part in', /owner 4/],
    ['/initiative/wipo-south-south-project', 'Who takes part', /WIPO/],
    ['/group/ldc-list', 'Members', /Afghanistan/],
  ])('%s shows “%s”', async (path, title, said) => {
    const { page } = await open(path);
    expect(await page.locator(SECTION(title)).innerText()).toMatch(said);
    await page.close();
  });

  it('opens the very question of a section in GraphiQL, however long it is', async () => {
    const { page } = await open('/meeting/cairo-2013');
    const link = page.locator(SECTION('What came of it')).getByRole('link', { name: 'As GraphQL' });
    await link.click();
    await page.waitForURL('**/graphql#**');
    await page.getByText('query WhatCameOfIt').first().waitFor();
    await page.getByRole('button', { name: /Execute query/ }).click();
    await expect
      .poll(() => page.locator('.result-window').innerText(), { timeout: 20_000 })
      .toMatch(/"proposalTrail":\s\{\s+"totalCount":\s\{\s+"count":\s9/);
    await page.close();
  });

  it('gives the facts of a page as a file with the same choice', async () => {
    const { page } = await open('/country/bra?kind=Cooperation');
    const href = await page
      .locator('section', { hasText: 'What is recorded' })
      .getByRole('link', { name: 'As CSV', exact: true })
      .last()
      .getAttribute('href');
    const file = await (await fetch(`${graph.address}${href}`)).text();
    const ids = file.match(/^Cooperation,[^,]+/gm) ?? [];
    expect(ids.length).toBe(4);
    expect(await page.locator('.facts').last().locator('tbody tr').count()).toBe(ids.length);
    await page.close();
  });
});
