import { graphql, type FragmentOf } from '../ask/graphql.js';
import { LINKED } from '../entities/entity-link.js';

/** What a line about a fact needs. */
export const SHOWN = graphql(
  `
    fragment Shown on Fact {
      __typename
      id
      certainty
      status
      documents
      reportedBy
      period {
        inWords
        edtf
        conflict
      }
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
        throughActor {
          ...Linked
        }
      }
      topics {
        ...Linked
      }
      ... on Exchange {
        gist
        meeting {
          ...Linked
        }
        initiative {
          ...Linked
        }
      }
      ... on Cooperation {
        gist
        stage
        modality
        initiative {
          ...Linked
        }
      }
      ... on Participation {
        gist
        stage
        meeting {
          ...Linked
        }
      }
      ... on Involvement {
        gist
        stage
        percentage
        initiative {
          ...Linked
        }
      }
      ... on Funding {
        gist
        stage
        fundingType
        amountMin
        amountMax
        currency
        initiative {
          ...Linked
        }
      }
      ... on Membership {
        gist
        group {
          ...Linked
        }
      }
      ... on Position {
        gist
        positionAct
        condition
        meeting {
          ...Linked
        }
        proposal {
          ...Linked
        }
      }
      ... on Discussion {
        gist
        meeting {
          ...Linked
        }
      }
      ... on DocumentAct {
        gist
        stage
        documentAct
        document {
          ...Linked
        }
        meeting {
          ...Linked
        }
      }
      ... on Purpose {
        aim
        serves {
          ...Linked
        }
      }
      ... on Finding {
        gist
        measure
        low
        high
        unit
        subject {
          ...Linked
        }
      }
      ... on Mention {
        gist
        names {
          ...Linked
        }
        paragraph {
          ...Linked
        }
      }
      ... on Succession {
        gist
        successionType
        strength
        changed
        predecessor {
          ...Linked
        }
        successor {
          ...Linked
        }
      }
    }
  `,
  [LINKED],
);

export type ShownFact = FragmentOf<typeof SHOWN>;
