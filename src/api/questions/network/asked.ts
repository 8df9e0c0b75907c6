import type { NetworkBounds } from '../../../model/rules/network.js';
import { FACT_KINDS } from '../../../model/kinds.js';
import { TIE_KINDS } from '../../../model/rules/ties.js';
import type { NetworkMode, NetworkWith } from '../../../model/values/ties.js';
import { idAsked } from '../ids.js';
import {
  countedAsked,
  fault,
  kindsThatTie,
  kindsWithParties,
  numberAsked,
  type Counted,
  type CountedGiven,
} from '../ties/asked.js';
import { EDGES, NODES, FOCUS_STEPS_MOST } from './arguments.js';

/** The arguments of `network` as they arrive. */
export interface Given extends CountedGiven {
  readonly mode?: NetworkMode | null;
  readonly with?: NetworkWith | null;
  readonly nodes?: number | null;
  readonly edges?: number | null;
  readonly focus?: string | null;
  readonly steps?: number | null;
}

/** A checked question. */
export interface NetworkAsked extends Counted {
  /** What countries are linked with; null for each other. */
  readonly with: NetworkWith | null;
  /** Kinds of facts that link; null for all. */
  readonly kinds: readonly string[] | null;
  readonly bounds: NetworkBounds;
}

const OTHER_KIND: Readonly<Record<NetworkWith, string>> = {
  TOPIC: 'Topic',
  MEETING: 'Meeting',
  INITIATIVE: 'Initiative',
  AGENCY: 'Agency',
};

/** Checks the arguments; a fault names the argument and what it takes. */
export function networkAsked(given: Given): NetworkAsked {
  const twoMode = given.mode === 'TWO_MODE';
  const other = given.with ?? null;
  if (twoMode && other === null)
    throw fault('with', 'network(mode: TWO_MODE) needs `with`: TOPIC, MEETING, INITIATIVE or AGENCY.');
  if (!twoMode && other !== null)
    throw fault('with', 'network(with:) says something only with `mode: TWO_MODE`.');
  const focus = given.focus ?? null;
  if (focus === null && given.steps !== null && given.steps !== undefined)
    throw fault('steps', 'network(steps:) says something only with `focus`.');
  const allowed = twoMode ? kindsWithParties(1) : kindsThatTie();
  const all = FACT_KINDS.map(({ kind }) => kind);
  const counted = countedAsked(
    given,
    given.tieKinds ? allowed : FACT_KINDS,
    twoMode ? all : TIE_KINDS,
    'network',
  );
  return {
    ...counted,
    with: other,
    kinds: twoMode && !given.tieKinds ? null : counted.demands.kinds,
    bounds: {
      nodes: numberAsked(given.nodes, NODES.fallback, [1, NODES.most], 'network', 'nodes'),
      edges: numberAsked(given.edges, EDGES.fallback, [1, EDGES.most], 'network', 'edges'),
      focus:
        focus === null
          ? null
          : {
              id: idAsked(focus, 'network(focus:)', ['Country', ...(other ? [OTHER_KIND[other]] : [])]),
              steps: numberAsked(given.steps, 1, [1, FOCUS_STEPS_MOST], 'network', 'steps'),
            },
    },
  };
}
