import { canonical } from '../../model/claim.js';
import { Fault } from '../../model/faults.js';
import type { WriteTransaction } from '../door.js';
import { derivedFacts } from '../derived/derive.js';
import { withinEdges } from '../derived/topics.js';
import type { DerivedFact } from '../derived/keys.js';
import { DERIVED_PROPERTIES } from '../node-properties.js';
import type { Findings } from './findings.js';
import type { Standing } from './walk.js';

/** Holds keys, modality and derived edges of a chunk of facts against what would be derived now, by the code of the writes. */
export async function checkDerived(
  reads: WriteTransaction,
  facts: readonly Standing[],
  findings: Findings,
): Promise<void> {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  for (const should of await derivedFacts(reads, [...byId.keys()])) {
    const fact = byId.get(should.id);
    if (!fact) continue;
    findings.checked('derived');
    // What is wrong with the fact or its topics is told; its keys only follow.
    const follows = [
      fact.id,
      ...fact.edges.flatMap(({ type, target }) => (type === 'ON' ? (target ?? []) : [])),
    ];
    const found = follows.some((id) => findings.isTold(id)) ? null : [...differences(should, fact)];
    for (const [property, what] of found ?? []) findings.wrong('derived', fact.id, property, what);
    // The ties of its countries only follow.
    if (found === null || found.length > 0)
      for (const { type, target } of fact.edges)
        if (type === 'FOR' && target !== null) findings.follows(target, 'TIE');
  }
}

function* differences(should: DerivedFact, { properties, edges }: Standing): Generator<[string, string]> {
  for (const name of DERIVED_PROPERTIES) {
    const [wanted, stands] = [should[name], properties[name] ?? null];
    if (wanted !== stands)
      yield [name, `is ${JSON.stringify(stands)}, and would be ${JSON.stringify(wanted)}`];
  }
  const wanted = {
    FOR: should.for.map(({ country, ...of }) => edgeText(country, { ...of })),
    UNDER: should.under.map(({ topic, ...of }) => edgeText(topic, { ...of })),
  };
  for (const type of ['FOR', 'UNDER'] as const) {
    const stands = edges
      .filter((edge) => edge.type === type)
      .map(({ target, properties: of }) => edgeText(target ?? '?', of));
    const lacking = wanted[type].find((one) => !stands.includes(one));
    const extra = stands.find((one) => !wanted[type].includes(one));
    if (lacking !== undefined) yield [type, `lacks ${lacking}`];
    else if (extra !== undefined) yield [type, `has ${extra}, which does not follow`];
    else if (stands.length !== wanted[type].length) yield [type, 'stands twice'];
  }
}

export const edgeText = (target: string, of: Readonly<Record<string, unknown>>): string =>
  `${target} ${canonical(Object.fromEntries(Object.entries(of).filter(([, value]) => value !== null)))}`;

/** Holds the WITHIN edges of topics against the closure of the topic tree. */
export async function checkWithin(
  reads: WriteTransaction,
  topics: AsyncIterable<readonly Standing[]>,
  findings: Findings,
): Promise<void> {
  const should = new Map<string, string[]>();
  try {
    for (const { id, target, distance } of await withinEdges(reads))
      should.set(id, [...(should.get(id) ?? []), edgeText(target, { distance })]);
  } catch (error) {
    // Topics in a circle have no closure; the rule of the topic tree tells of them.
    if (error instanceof Fault && error.code === 'BAD_USER_INPUT') return;
    throw error;
  }
  for await (const nodes of topics) {
    for (const { id, edges } of nodes) {
      findings.checked('within');
      const stands = edges
        .filter(({ type }) => type === 'WITHIN')
        .map(({ target, properties }) => edgeText(target ?? '?', properties));
      const wanted = should.get(id) ?? [];
      const lacking = wanted.find((one) => !stands.includes(one));
      const extra = stands.find((one) => !wanted.includes(one));
      if (findings.isTold(id, 'broader')) continue;
      if (lacking !== undefined) findings.wrong('within', id, 'WITHIN', `lacks ${lacking}`);
      else if (extra !== undefined)
        findings.wrong('within', id, 'WITHIN', `has ${extra}, which does not follow`);
      else if (stands.length !== wanted.length) findings.wrong('within', id, 'WITHIN', 'stands twice');
    }
  }
}
