import { graphql, type ResultOf, type VariablesOf } from '../../ask/graphql.js';

/** Nodes and edges of the chosen facts, the heaviest first; what is hidden is counted. */
export const NETWORK = graphql(`
  query NetworkOf(
    $filter: FactFilter
    $mode: NetworkMode!
    $with: NetworkWith
    $focus: ID
    $nodes: Int!
    $edges: Int!
    $lang: Language!
  ) {
    network(filter: $filter, mode: $mode, with: $with, focus: $focus, nodes: $nodes, edges: $edges) {
      graphVersion
      reading
      emptyBecause
      nodeCount
      edgeCount
      leftOut {
        reason
        count
        inWords
      }
      nodes {
        id
        kind
        name(lang: $lang)
        degree
        weight
      }
      edges {
        from
        to
        weight
        factCount
        certainty
        first
        last
      }
    }
  }
`);

export type Drawn = ResultOf<typeof NETWORK>['network'];
/** What a drawing asks. */
export type Asked = VariablesOf<typeof NETWORK>;
export type DrawnEdge = Drawn['edges'][number];

/** An edge as the address names it. */
export const edgeKey = ({ from, to }: { from: string; to: string }): string => `${from},${to}`;
