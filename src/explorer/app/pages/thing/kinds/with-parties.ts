import { graphql } from '../../../ask/graphql.js';
import { LINKED } from '../../../entities/entity-link.js';

/** A fact with its signs and with all who take part in it, named or counted. */
export const WITH_PARTIES = graphql(
  `
    fragment WithParties on Fact {
      id
      certainty
      status
      parties {
        role
        capacity
        words
        low
        high
        unnamed
        actor {
          ...Linked
        }
      }
    }
  `,
  [LINKED],
);
