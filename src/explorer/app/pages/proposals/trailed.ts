import { graphql, type FragmentOf } from '../../ask/graphql.js';
import { LINKED } from '../../entities/entity-link.js';

/** A proposal with everything that was done about it, step by step. */
export const TRAILED = graphql(
  `
    fragment Trailed on ProposalTrail {
      standing
      standingInWords
      proposal {
        ...Linked
        gist
        proposalForm
        statedIn {
          ...Linked
        }
      }
      addressees {
        actor {
          ...Linked
        }
      }
      made {
        ...Step
      }
      repeated {
        ...Step
      }
      supported {
        ...Step
      }
      opposed {
        ...Step
      }
      takenUp {
        ...Step
      }
      endorsed {
        ...Step
      }
      deeds {
        ...Step
      }
      successors {
        id
        successionType
        successor {
          ...Linked
        }
      }
    }
    fragment Step on Fact {
      __typename
      id
      certainty
      status
      period {
        inWords
        edtf
        conflict
      }
      parties {
        role
        capacity
        actor {
          ...Linked
        }
      }
    }
  `,
  [LINKED],
);

export type Trailed = FragmentOf<typeof TRAILED>;
export type TrailStep = Trailed['made' | 'endorsed' | 'deeds'][number];
