import { Int } from 'type-graphql';
import type { PageOf, Total } from '../../graph/reads/page.js';
import type { NodeRow } from '../../graph/reads/projection.js';
import type { LeftOut } from '../../model/values/left-out.js';
import { cursorOf } from '../questions/cursor.js';
import { emptyBecause } from './empty.js';
import { classNamed, objectType, type FieldPlan } from './declare.js';
import { leftOut } from './left-out.js';

objectType('PageInfo', 'Where a page stands in its list.', {
  hasNextPage: { type: () => Boolean, description: 'Whether more follow.' },
  hasPreviousPage: { type: () => Boolean, description: 'Whether the page was asked for `after` another.' },
  startCursor: {
    type: () => String,
    nullable: true,
    description: 'Cursor of the first row; null when there is none.',
  },
  endCursor: {
    type: () => String,
    nullable: true,
    description: 'Cursor of the last row: give it as `after` for the next page.',
  },
});

objectType('Total', 'A counted total: exact, or "more than".', {
  count: {
    type: () => Int,
    description: 'How many there are; when `more` is true, there are more than this.',
  },
  more: {
    type: () => Boolean,
    description: 'Whether counting stopped at `count`; ask with `exact: true` to count all.',
  },
  inWords: {
    type: () => String,
    description: 'The total as text, for example "16" or "more than 10,000".',
    resolve: ({ count, more }: Total) => `${more ? 'more than ' : ''}${count.toLocaleString('en')}`,
  },
});

/** A page as clients see it. */
export interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: NodeRow }[];
  readonly nodes: readonly NodeRow[];
  readonly pageInfo: object;
  readonly totalCount: Total | null;
  readonly emptyBecause: string | null;
  readonly graphVersion: number | undefined;
  readonly leftOut: readonly LeftOut[] | null;
}

/** A page of edges as every connection has it, and where it stands in its list; `end` where reading stopped beyond the last edge. */
export const pageOf = <Edge extends { readonly cursor: string; readonly node: unknown }>(
  edges: readonly Edge[],
  hasNext: boolean,
  after: string | null,
  end: string | null = null,
): { edges: readonly Edge[]; nodes: readonly Edge['node'][]; pageInfo: object } => ({
  edges,
  nodes: edges.map(({ node }) => node),
  pageInfo: {
    hasNextPage: hasNext,
    hasPreviousPage: after !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: end === null ? (edges.at(-1)?.cursor ?? null) : cursorOf(end),
  },
});

/** A page of rows as a connection; each row's key is its cursor. `kinds` are those that were asked for; none for any. */
export function connectionOf(
  { rows, hasNext, total, covers, version, leftOut }: PageOf,
  after: string | null,
  kinds: readonly string[] = [],
): Connection {
  const edges = rows.map(({ key, row }) => ({ cursor: cursorOf(key), node: row }));
  return {
    ...pageOf(edges, hasNext, after),
    totalCount: total,
    emptyBecause: rows.length === 0 ? emptyBecause(kinds, covers ?? [], after !== null) : null,
    graphVersion: version,
    leftOut: leftOut ?? null,
  };
}

const totalCount: FieldPlan = {
  type: () => classNamed('Total'),
  description: 'How many there are over all pages; counted in the same statement, and only when asked for.',
  args: {
    exact: {
      type: () => Boolean,
      defaultValue: false,
      description: 'Whether to count to the end; otherwise counting stops at 10,000.',
    },
  },
};

/** Declares the connection and edge types of a node type. */
export function connectionType(node: string, ofFacts = false): void {
  const many = { type: () => classNamed(node), list: true };
  objectType(`${node}Edge`, `One ${node} in a list, with its cursor.`, {
    cursor: { type: () => String, description: 'Where the list goes on after it; opaque.' },
    node: { type: () => classNamed(node), description: `The ${node}.` },
  });
  objectType(`${node}Connection`, `One page of a list of type ${node}.`, {
    edges: {
      type: () => classNamed(`${node}Edge`),
      list: true,
      description: 'The rows of the page with their cursors.',
    },
    nodes: { ...many, description: 'The rows of the page, without cursors.' },
    pageInfo: { type: () => classNamed('PageInfo'), description: 'Where the page stands in the list.' },
    totalCount,
    graphVersion: {
      type: () => Int,
      description: 'Version of the graph that answered; it rises with each change.',
    },
    ...(ofFacts ? { leftOut } : {}),
    emptyBecause: {
      type: () => String,
      nullable: true,
      description:
        'Why the page is empty, in words, and whether that says that there was none: nothing recorded is not the same as nothing there. Null when it is not empty.',
    },
  });
}
