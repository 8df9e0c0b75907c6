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
});
