import { kindOfId } from '../../model/kinds.js';
import type { Outlook, Things } from './outlook.js';
import { isEmpty, type Plan } from './plan.js';

/** Examples shown of each sort. */
const SAMPLE = 5;
const WIDTH = 12;

/** What stands beside the plan of an import: what could not be told surely, and what was passed over. */
export interface Beside {
  /** What stayed in doubt, each in one line. */
  readonly doubts: readonly string[];
  /** What the register holds that was not taken in, by reason. */
  readonly passedOver: ReadonlyMap<string, number>;
}

const figure = (count: number): string => count.toLocaleString('en');
const counted = (count: number, one: string, many: string): string =>
  `${figure(count)} ${count === 1 ? one : many}`;

/** Some of a list, and how many more there are. */
function sample(all: readonly string[]): string {
  const more = all.length - SAMPLE;
  return all.slice(0, SAMPLE).join(', ') + (more > 0 ? ` and ${figure(more)} more` : '');
}

const line = (head: string, said: string): string => `  ${head.padEnd(WIDTH)}${said}`;

/** How many there are of each kind, the most first. */
function kindsOf(ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) {
    const kind = kindOfId(id)?.kind ?? 'other';
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([kind, count]) => `${kind} ${figure(count)}`)
    .join(', ');
}

const sorted = (head: string, ids: readonly string[], one: string, many: string): string[] =>
  ids.length === 0
    ? []
    : [line(head, `${counted(ids.length, one, many)}: ${kindsOf(ids)}`), line('', `  ${sample(ids)}`)];

const lines = (head: string, { entities, facts }: Things): string[] => [
  ...sorted(head, entities, 'entity', 'entities'),
  ...sorted(head, facts, 'fact', 'facts'),
];

/** What an import would do, in lines: what is taken back first, then what is new, merged, changed, unchanged, in doubt. */
export function outlookInWords(register: string, plan: Plan, outlook: Outlook, beside: Beside): string {
  const { gone, fresh, again, merged, changed, unchanged, withdrawn } = outlook;
  const passedOver = [...beside.passedOver]
    .sort(([, x], [, y]) => y - x)
    .map(([reason, count]) => `${figure(count)} ${reason}`);
  const claims: [number, string][] = [
    [plan.withdraw.length, 'withdrawn'],
    [plan.end.length, 'replaced'],
    [plan.create.length, 'new'],
    [plan.revive.length, 'made again'],
    [plan.unchanged, 'unchanged'],
  ];
  const sums = claims.filter(([count]) => count > 0).map(([count, words]) => `${figure(count)} ${words}`);
  return [
    isEmpty(plan)
      ? `Nothing to change in the register ${register}:`
      : `What the import means for the register ${register}:`,
    ...(withdrawn.length > 0
      ? [
          line('withdrawn', counted(withdrawn.length, 'claim', 'claims')),
          ...withdrawn.slice(0, SAMPLE).map((one) => line('', one)),
          ...(withdrawn.length > SAMPLE ? [line('', `and ${figure(withdrawn.length - SAMPLE)} more`)] : []),
        ]
      : []),
    ...lines('gone', gone),
    ...lines('new', fresh),
    ...lines('again', again),
    ...lines('merged', merged),
    ...lines('changed', changed),
    ...lines('unchanged', unchanged),
    ...(beside.doubts.length > 0
      ? [
          line('in doubt', counted(beside.doubts.length, 'name', 'names')),
          ...beside.doubts.slice(0, SAMPLE).map((one) => line('', one)),
        ]
      : []),
    ...passedOver.map((one, at) => line(at === 0 ? 'left out' : '', one)),
    line('claims', sums.join(', ') || 'none'),
  ].join('\n');
}
