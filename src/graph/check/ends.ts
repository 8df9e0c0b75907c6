import type { End, Kind } from '../../model/declaration.js';
import { fits, kindNamed } from '../../model/kinds.js';
import { endsOf } from '../model-names.js';
import type { Findings } from './findings.js';
import { isShown, type Edge, type Standing } from './walk.js';

const isEvent = (kind: Kind): boolean => (kind.sort === 'entity' ? kind.dated : kind.time !== 'timeless');
const isActor = (kind: Kind): boolean => kind.sort === 'entity' && kind.actor;

type Allowed = (target: Kind, from: Kind) => boolean;

/** Edges that no kind declares, with the kinds to which they may point. */
const BESIDE: Readonly<Record<string, Allowed>> = {
  PARTY: (target, from) => from.sort === 'fact' && isActor(target),
  NOT_BEFORE: (target, from) => isEvent(from) && isEvent(target),
  NOT_AFTER: (target, from) => isEvent(from) && isEvent(target),
  LISTED_IN: (target, from) => from.sort === 'entity' && target.kind === 'Source',
  WITHIN: (target, from) => from.kind === 'Topic' && target.kind === 'Topic',
  TIE: (target, from) => from.kind === 'Country' && target.kind === 'Country',
  FOR: (target, from) => from.sort === 'fact' && target.kind === 'Country',
  UNDER: (target, from) => from.sort === 'fact' && target.kind === 'Topic',
};

/** A topic lies within itself, and a source lists itself. */
const TO_ITSELF: readonly string[] = ['WITHIN', 'LISTED_IN'];

/** The ends of a kind that are held as this type of relationship, by name. */
const endsHeldAs = (kind: Kind, relationship: string): [string, End][] =>
  Object.entries(endsOf(kind)).filter(([, end]) => end.relationship === relationship);

/** What an edge is called in faults: the name of its end, else its type. */
export const endName = (kind: Kind, relationship: string): string =>
  endsHeldAs(kind, relationship)[0]?.[0] ?? relationship;

function isAllowed(kind: Kind, { type, targetKind }: Edge): boolean {
  const target = targetKind === null ? undefined : kindNamed(targetKind);
  if (!target) return false;
  const ends = endsHeldAs(kind, type);
  if (ends.length > 0) return ends.some(([, { to }]) => fits(target, to));
  return BESIDE[type]?.(target, kind) ?? false;
}

/** Checks that each edge of a node points to an allowed kind, and that each end holds as many as it may. */
export function checkEnds(node: Standing, kind: Kind, findings: Findings): void {
  for (const edge of node.edges) {
    findings.checked('endKinds');
    const { type, target, targetKind } = edge;
    const name = endName(kind, type);
    if (!isAllowed(kind, edge))
      findings.wrong(
        'endKinds',
        node.id,
        name,
        `may not point to ${target ?? '?'} of kind ${targetKind ?? '?'}`,
      );
    else if (target === node.id && !TO_ITSELF.includes(type))
      findings.wrong('endKinds', node.id, name, 'points to the thing itself');
  }
  for (const [name, { relationship, least, many }] of Object.entries(endsOf(kind))) {
    findings.checked('endCounts');
    const targets = node.edges.filter(({ type }) => type === relationship).map(({ target }) => target);
    const distinct = new Set(targets).size;
    if (isShown(node) && distinct < least)
      findings.wrong('endCounts', node.id, name, `has ${distinct}, and needs ${least}`);
    else if (!many && distinct > 1)
      findings.wrong('endCounts', node.id, name, `has ${distinct}, and may have one`);
    else if (targets.length > distinct) findings.wrong('endCounts', node.id, name, 'holds one target twice');
  }
}
