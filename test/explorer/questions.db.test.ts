import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { chromiumHere } from './chromium.js';
import { inBrowser } from './in-browser.js';

interface Listing {
  readonly operations: readonly { readonly name: string; readonly variables: readonly { type: string }[] }[];
  readonly inputs: readonly { readonly name: string }[];
}

describe.skipIf(!chromiumHere)('saved questions as forms and their answers', () => {
  const graph = seeded();
  const { open, settled } = inBrowser(graph);

  it('no form asks for JSON: whatever takes an input object has a field for each member', async () => {
    const answer = await fetch(`${graph.address}/q/`, { headers: { accept: 'application/json' } });
    const { operations, inputs } = (await answer.json()) as Listing;
    const names = new Set(inputs.map(({ name }) => name));
    const nested = operations.filter(({ variables }) =>
      variables.some(({ type }) => names.has(type.replaceAll(/[[\]!]/g, ''))),
    );
    expect(nested.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['chain', 'facts', 'facts-by-year']),
    );
    const { page, problems } = await open('/questions');
    for (const { name } of nested) {
      await page.goto(`${graph.address}/questions/${name}`);
      await settled(page);
      const form = page.locator('.question-form');
      expect(await form.locator('fieldset').count(), name).toBeGreaterThan(0);
      const typed = await form
        .locator('input, textarea')
        .evaluateAll((boxes) => (boxes as unknown as { value: string }[]).map(({ value }) => value));
      expect(
        typed.filter((text) => text.includes('{')),
        name,
      ).toEqual([]);
    }
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`,
    );
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('facts are chosen as on other pages, and the address and the file say what was chosen', async () => {
    const { page } = await open('/questions/facts');
    const form = page.locator('.question-form');
    // What is saved with the question stands in the form by its name, and can be taken away.
    await form.getByRole('link', { name: 'Egypt' }).waitFor();
    await form.getByRole('button', { name: 'Without Egypt' }).click();
    await form.getByRole('combobox', { name: 'Topic' }).fill('patents');
    await form
      .getByRole('option', { name: /^Patents/ })
      .first()
      .click();
    await form.getByRole('link', { name: 'Patents', exact: true }).waitFor();
    await form.getByLabel('Kinds of facts').selectOption({ label: 'Cooperation' });
    await form.getByLabel('Dated from').fill('2009-01-01');
    await form.getByText('More choices').click();
    await form.getByLabel('certainty at least').first().selectOption({ label: 'inferred' });
    await form.getByRole('button', { name: 'Ask' }).click();
    const chosen = {
      'filter.kinds': 'Cooperation',
      'filter.topics.ids': 'topic/patents',
      'filter.dated.from': '2009-01-01',
      'filter.evidence.minCertainty': 'INFERRED',
    };
    await page.waitForURL(/filter\.kinds/);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual(chosen);
    await settled(page);
    const file = await page.locator('.take-away a').first().getAttribute('href');
    const rows = await (await fetch(new URL(file!, graph.address))).text();
    expect(rows).toContain('cooperation/egy-ind-pharma-patents');
    expect(rows).not.toContain('exchange/');
    // A link shows the same form.
    await page.reload();
    await settled(page);
    await form.getByRole('button', { name: 'Without Cooperation' }).waitFor();
    expect(await form.getByLabel('certainty at least').first().inputValue()).toBe('INFERRED');
    await page.close();
  });

  it('pairs of an answer are on a map beside their words and their table, and an arc leads to its words', async () => {
    const { page, problems } = await open('/questions/cooperation-after-exchange?topic=patents');
    const arc = page.locator('.answer .arc');
    await arc.first().waitFor();
    expect(await arc.count()).toBe(await page.locator('.sentences > li').count());
    expect(await arc.first().getAttribute('aria-label')).toBe('Egypt and India: 1');
    await arc.first().focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('row-0');
    await page.getByText('As a table').click();
    const [row] = await page.locator('table.rows tbody tr').allInnerTexts();
    expect(row).toMatch(/^Egypt\s+India\s[^]*Second WIPO[^]*6 to 8 May 2013/);
    expect(problems).toEqual([]);
    await page.close();
  });

  it('counts of countries are shaded, counts by year are columns, and what is neither has no picture', async () => {
    const { page } = await open('/questions/facts-by-topic?by=COUNTRY');
    const shaded = page.locator('.answer .country');
    await shaded.first().waitFor();
    const named = await page.locator('.answer figcaption bdi').count();
    expect((await shaded.count()) + named).toBe(await page.locator('table.rows tbody tr').count());
    expect(await page.locator('.country.shade-5').first().getAttribute('aria-label')).toMatch(/^Egypt: \d+$/);
    await page.goto(`${graph.address}/questions/facts-by-year`);
    await settled(page);
    await page.locator('.time-columns .column').first().waitFor({ state: 'attached' });
    expect(await page.locator('.time-columns .column').count()).toBe(
      await page.locator('table.rows tbody tr').count(),
    );
    await page.goto(`${graph.address}/questions/facts-by-topic`);
    await settled(page);
    expect(await page.locator('.answer figure').count()).toBe(0);
    await page.close();
  });

  it('claims, fields and what was left out are in the language of the page; English sentences are marked', async () => {
    const { page } = await open('/exchange/cairo-pharma-patents?lang=fr');
    const said = page.locator('.claims');
    await said.getByRole('link', { name: 'Égypte' }).first().waitFor();
    const texts = (await said.locator('ul li').allInnerTexts()).map((text) => text.trim());
    expect(texts).toEqual(
      expect.arrayContaining(['que c’est ainsi', 'Égypte, participant', 'Inde, participant']),
    );
    expect(texts.join(' ')).not.toMatch(/(country|topic|meeting)\//);
    await page.goto(`${graph.address}/questions/network?lang=fr`);
    await settled(page);
    const left = await page.locator('.left-out li').allInnerTexts();
    expect(left.length).toBeGreaterThan(0);
    expect(left).toEqual(left.filter((text) => /^[\d\s\u202f]+: [a-zé]/.test(text)));
    expect(left.join(' ')).toContain('faits');
    expect(await page.locator('.reading [lang=en] + abbr').getAttribute('title')).toMatch(/en anglais/);
    await page.close();
  });

  it('members, calls by addressee and a trail are given as whole files', async () => {
    const { page } = await open('/group/sids-list');
    const file = async (within: string): Promise<string[]> => {
      const href = await page.locator(`${within} .take-away a[href^="/q/"]`).first().getAttribute('href');
      const answer = await fetch(new URL(href!, graph.address));
      expect([href, answer.status, answer.headers.get('graph-complete')]).toEqual([href, 200, 'true']);
      return (await answer.text()).trim().split('\r\n').slice(1);
    };
    const members = await page.locator('ul.members > li').count();
    expect(members).toBeGreaterThan(20);
    expect(await file('section:has(ul.members)')).toHaveLength(members);
    await page.goto(`${graph.address}/proposals?view=calls&addressee=agency%2Fwipo`);
    await settled(page);
    const calls = new Set(
      await page
        .locator('.addressee > ul > li > a:first-child')
        .evaluateAll((links) =>
          links.map((link) => (link as unknown as { pathname: string }).pathname.slice(1)),
        ),
    );
    const rows = await file('main');
    expect(rows).toHaveLength(calls.size);
    for (const call of calls)
      expect(
        rows.some((row) => row.includes(call)),
        call,
      ).toBe(true);
    await page.goto(`${graph.address}/proposal/cairo-second-phase`);
    await settled(page);
    const [trail, ...others] = await file('section:has(.trail)');
    expect(trail).toContain('proposal/cairo-second-phase');
    expect(others).toEqual([]);
    await page.close();
  });
});
