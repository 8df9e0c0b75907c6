import { graphql, type ResultOf } from '../../ask/graphql.js';
import { LINKED } from '../../entities/entity-link.js';

/** The pairs of countries that the chosen facts tie, the most tied first. */
export const TIED = graphql(
  `
    query Tied($filter: FactFilter, $countMode: CountMode!, $first: Int!, $lang: Language!) {
      ties(filter: $filter, countMode: $countMode, first: $first, by: YEAR) {
        graphVersion
        reading
        emptyBecause
        totalCount {
          count
          inWords
        }
        groups {
          key
          ties
        }
        other {
          ties
          facts
        }
        leftOut {
          reason
          count
          inWords
        }
        nodes {
          weight
          factCount
          first
          last
          undated
          certainty
          countries {
            ...Linked
            numeric
          }
        }
      }
    }
  `,
  [LINKED],
);

export type Tie = ResultOf<typeof TIED>['ties']['nodes'][number];
export type TiesOfYear = ResultOf<typeof TIED>['ties']['groups'][number];

/** The two countries of a tie as the address names them. */
export const pairOf = ({ countries }: Tie): string => countries.map(({ id }) => id).join(',');
