import type { Asking, Door } from '../door.js';
import { walkClaims } from './claim-walk.js';
import { checkClaim } from './claims.js';
import { checkGraphNode, checkOurs, checkSchema, type Expected } from './database.js';
import { checkDerived, checkWithin } from './derived.js';
import { Findings, type RuleResult } from './findings.js';
import { checkHierarchies } from './hierarchies.js';
import { checkNode } from './nodes.js';
import { checkRolledUp } from './rolled-up.js';
import { checkTies } from './ties.js';
import { reading, walk, type Standing } from './walk.js';

/** What came of a check. */
export interface Checkup {
  readonly results: readonly RuleResult[];
  readonly version: number;
  /** Whether the graph was written to meanwhile, so that parts of different versions were held against each other. */
  readonly changed: boolean;
}

/**
 * Counts every rule of the model on the live graph, in READ sessions and in chunks. What stands is checked first by
 * itself, then held against the claims: so a fault is told by the rule that is nearest to it.
 */
export async function checkGraph(
  door: Door,
  asking: Asking,
  expected: Expected,
  say: (line: string) => void = () => undefined,
): Promise<Checkup> {
  const findings = new Findings();
  await checkSchema(door, asking, findings);
  const version = await checkGraphNode(door, asking, expected, findings);
  const walked = { Entity: 0, Fact: 0, Claim: 0 };
  for (const label of ['Entity', 'Fact'] as const)
    for await (const nodes of walk(door, asking, label)) {
      for (const node of nodes) checkNode(node, findings);
      walked[label] += nodes.length;
    }
  say(`${walked.Entity} entities and ${walked.Fact} facts looked at`);
  await checkHierarchies(door, asking, findings);
  for await (const claims of walkClaims(door, asking)) {
    for (const claim of claims) checkClaim(claim, findings);
    walked.Claim += claims.length;
  }
  say(`${walked.Claim} claims looked at`);
  await checkOurs(door, asking, walked, findings);
  const reads = reading(door, asking);
  await checkWithin(reads, only('Topic', walk(door, asking, 'Entity')), findings);
  for (const label of ['Entity', 'Fact'] as const)
    for await (const nodes of walk(door, asking, label)) {
      await checkRolledUp(reads, nodes, findings);
      if (label === 'Fact') await checkDerived(reads, nodes, findings);
    }
  for await (const nodes of only('Country', walk(door, asking, 'Entity')))
    await checkTies(reads, nodes, findings);
  const after = await checkGraphNode(door, asking, expected, new Findings());
  return { results: findings.results(), version, changed: after !== version };
}

async function* only(
  wanted: string,
  chunks: AsyncIterable<readonly Standing[]>,
): AsyncGenerator<readonly Standing[]> {
  for await (const nodes of chunks) yield nodes.filter(({ kind }) => kind === wanted);
}
