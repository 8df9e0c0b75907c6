import neo4j, { type Plan, type ProfiledPlan } from 'neo4j-driver';
import type { Statement } from '../../src/graph/cypher.js';
import type { Door } from '../../src/graph/door.js';
import { testEngine } from './engine.js';

/** One step of a plan: what it does, on what, and through which steps its rows go afterwards. */
export interface Step {
  readonly operator: string;
  readonly details: string;
  readonly afterwards: readonly string[];
  readonly rows: number;
  readonly hits: number;
}

/** What the database did for a statement. */
export interface Profiled {
  readonly steps: readonly Step[];
  readonly hits: number;
  readonly rows: number;
}

/** Plans a statement without running it; rows are those that the planner expects. */
export const planned = (asked: Statement): Promise<Profiled> => profiled(asked, 'EXPLAIN');

/** Runs a statement and tells how the database went about it. */
export async function profiled(
  { text, params }: Statement,
  how: 'PROFILE' | 'EXPLAIN' = 'PROFILE',
): Promise<Profiled> {
  const { uri, username, password, database } = testEngine();
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ });
  try {
    const { summary, records } = await session.run(text.replace('CYPHER 5', `CYPHER 5 ${how}`), params);
    const steps: Step[] = [];
    let hits = 0;
    const visit = (plan: Plan | ProfiledPlan, afterwards: readonly string[]): void => {
      const operator = plan.operatorType.split('@')[0] ?? '';
      const own = 'dbHits' in plan ? Number(plan.dbHits) : 0;
      hits += own;
      const rows = Number('rows' in plan ? plan.rows : (plan.arguments['EstimatedRows'] ?? 0));
      steps.push({ operator, details: String(plan.arguments['Details'] ?? ''), afterwards, rows, hits: own });
      for (const child of plan.children) visit(child, [operator, ...afterwards]);
    };
    const plan = summary.profile || summary.plan;
    if (plan) visit(plan, []);
    return { steps, hits, rows: records.length };
  } finally {
    await session.close();
    await driver.close();
  }
}

/** The statements that a question sends, with no database behind: each is answered with no rows. */
export async function sentBy(ask: (door: Door) => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const door: Door = {
    read: (statement) => {
      sent.push(statement);
      return Promise.resolve([]);
    },
    write: () => Promise.reject(new Error('A question does not write.')),
    verify: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  await ask(door);
  return sent;
}

/** Steps that read all there is, or all with all. */
export const SCANS =
  /^(AllNodesScan|NodeByLabelScan|UnionNodeByLabelsScan|DirectedAllRelationshipsScan|UndirectedAllRelationshipsScan|DirectedRelationshipTypeScan|UndirectedRelationshipTypeScan|NodeIndexScan|CartesianProduct)$/;
/** Steps that sort what an index has in order. */
export const SORTS = /^(Sort|Top|PartialSort|PartialTop|Top1WithTies)$/;

// Two blocks of one row each, side by side, are a product of one row.
const isHarmless = ({ operator, rows }: Step): boolean => operator === 'CartesianProduct' && rows <= 1;

/** The steps of a sort that a plan has, as lines. */
export const found = ({ steps }: Profiled, which: RegExp): string[] =>
  steps
    .filter((step) => !isHarmless(step))
    .filter(({ operator }) => which.test(operator))
    .map(({ operator, details }) => `${operator} ${details}`);

/** The steps of a plan as lines, for the message of a test that fails. */
export const inWords = ({ steps }: Profiled): string =>
  steps
    .map(
      ({ operator, rows, hits, details }) =>
        `${operator} ${rows} rows ${hits} hits ${details.replaceAll('\n', ' ')}`,
    )
    .join('\n');

/** The step that seeks in an index, by the name of the index. */
export const seek = ({ steps }: Profiled, index: string): Step | undefined =>
  steps.find(({ operator, details }) => operator.includes('IndexSeekByRange') && details.includes(index));
