import { graphql, type ResultOf } from '../../ask/graphql.js';
import { LINKED } from '../../entities/entity-link.js';

/** The shortest ways between two things through the chosen facts. */
export const WAYS = graphql(
  `
    query WaysBetween($from: ID!, $to: ID!, $connecting: [PathKind!], $filter: FactFilter, $lang: Language!) {
      paths(from: $from, to: $to, connecting: $connecting, filter: $filter, lang: $lang, first: 10) {
        reading
        emptyBecause
        totalCount {
          count
        }
        leftOut {
          reason
          count
          inWords
        }
        nodes {
          inWords
          entities {
            ...Linked
          }
          steps {
            factCount
            facts {
              __typename
              id
              certainty
              status
              documents
            }
          }
        }
      }
    }
  `,
  [LINKED],
);

export type Ways = ResultOf<typeof WAYS>['paths'];
export type Way = Ways['nodes'][number];

/** The two ends of a step as an edge of the picture is named; ends stand in the order of their ids. */
export const stepKey = (one: string, other: string): string =>
  one < other ? `${one},${other}` : `${other},${one}`;
