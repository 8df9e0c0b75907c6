import { describe, expect, it } from 'vitest';
import { seeded } from '../support/seeded.js';
import { tell } from '../support/story.js';

const COUNT = '{ key name ties facts weight }';
/** Fields of a tie or an edge; of each fact only what the selected ones are worked out from is read. */
const FIELDS = [
  'weight',
  'factCount',
  `kinds ${COUNT}`,
  `topics(first: 50) ${COUNT}`,
  'topicCount',
  'first',
  'last',
  'undated',
  'certainty',
  'facts(first: 100) { id }',
  'inWords',
];
const BESIDE = ['facts', 'tied', 'weight', `other ${COUNT}`, 'leftOut { reason count }', 'emptyBecause'];

interface Asked {
  readonly name: string;
  readonly args: string;
  readonly row: string;
  /** Fields of the whole that only this question has. */
  readonly beside: readonly string[];
}

const QUESTIONS: readonly Asked[] = [
  { name: 'ties', args: 'first: 3', row: 'nodes', beside: [] },
  { name: 'ties', args: 'first: 3, by: YEAR', row: 'nodes', beside: [`groups ${COUNT}`] },
  { name: 'ties', args: 'first: 3, by: TOPIC', row: 'nodes', beside: [`groups ${COUNT}`] },
  { name: 'ties', args: 'first: 3, by: MODALITY', row: 'nodes', beside: [`groups ${COUNT}`] },
  { name: 'ties', args: 'first: 3, countMode: CLAIMS', row: 'nodes', beside: [] },
  { name: 'network', args: 'edges: 5', row: 'edges', beside: ['nodeCount', 'edgeCount'] },
  { name: 'network', args: 'edges: 5, mode: TWO_MODE, with: TOPIC', row: 'edges', beside: [] },
  {
    name: 'network',
    args: 'nodes: 20, edges: 5, mode: TWO_MODE, with: AGENCY, filter: { dated: { from: "2014-01-01" } }',
    row: 'edges',
    beside: [],
  },
];

describe('a field of a link', () => {
  const graph = seeded(tell);

  it.each(QUESTIONS)(
    'says the same alone as beside all others: $name($args)',
    async ({ name, args, row, beside }) => {
      const answer = async (fields: string): Promise<Record<string, unknown>> => {
        const { data, errors } = await graph.ask(`{ ${name}(${args}) { ${fields} } }`);
        expect(errors, fields).toBeUndefined();
        return data?.[name] as Record<string, unknown>;
      };
      const rowFields = [...FIELDS, ...(name === 'ties' ? [`groups ${COUNT}`] : [])];
      const whole = [...BESIDE, ...beside];
      const all = await answer(`${row} { ${rowFields.join(' ')} } ${whole.join(' ')}`);
      const rows = all[row] as readonly Record<string, unknown>[];
      // All unread would be alike too.
      expect(rows.map(({ certainty }) => certainty)).toContain('STATED');
      const key = (field: string): string => /^\w+/.exec(field)?.[0] ?? '';
      for (const field of rowFields) {
        const alone = await answer(`${row} { ${field} }`);
        expect(alone[row], field).toEqual(rows.map((one) => ({ [key(field)]: one[key(field)] })));
      }
      for (const field of whole) {
        const alone = await answer(field);
        expect(alone, field).toEqual({ [key(field)]: all[key(field)] });
      }
    },
  );
});
