import { graphql, type FragmentOf } from '../../ask/graphql.js';
import { LINKED } from '../../entities/entity-link.js';

/** What the head of an entity's page says of it. */
export const DESCRIBED = graphql(
  `
    fragment Described on Entity {
      ...Linked
      __typename
      otherNames
      conflicts
      certainty
      status
      documents
      ... on Country {
        alpha2
        alpha3
        m49
        agencies {
          ...Linked
        }
        possiblySameAs {
          ...Linked
        }
      }
      ... on Agency {
        agencyType
        country {
          ...Linked
        }
        partOf {
          ...Linked
        }
        parts {
          ...Linked
        }
        contactOffice
        contactAddress
        possiblySameAs {
          ...Linked
        }
      }
      ... on Group {
        definedBy
        scheme
        schemeVersion
      }
      ... on Initiative {
        initiativeForm
        initiativeStage: stage
        gist
        partOf {
          ...Linked
        }
        parts {
          ...Linked
        }
        meetings {
          ...Linked
        }
      }
      ... on Meeting {
        meetingForm
        place
        hours
        meetingStage: stage
        period {
          inWords
          edtf
          conflict
        }
        partOf {
          ...Linked
        }
        parts {
          ...Linked
        }
      }
      ... on Topic {
        definition
        related {
          ...Linked
        }
      }
      ... on Proposal {
        proposalForm
        provisionAct
        gist
        condition
        target
        addressees {
          ...Linked
        }
        statedIn {
          ...Linked
        }
      }
      ... on Document {
        documentForm
        symbol
        issuedOn
        address
        versions {
          ...Linked
        }
        parts {
          ...Linked
        }
      }
      ... on Paragraph {
        gist
        locator
        document {
          ...Linked
        }
        partOf {
          ...Linked
        }
        parts {
          ...Linked
        }
        proposals {
          ...Linked
        }
      }
      ... on Source {
        publisher
        licence
        retrieved
        address
        covers
      }
    }
  `,
  [LINKED],
);

export type Described = FragmentOf<typeof DESCRIBED>;
