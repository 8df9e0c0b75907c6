import { entityKind, gist, oneOf, text, toMany, toOne } from '../declaration.js';
import { enumeration } from '../values/enumeration.js';

/** Whether a proposal asks, offers or states. */
export const proposalNature = enumeration('ProposalNature', 'Whether a proposal asks, offers or states.', {
  ASK: 'Asks somebody to do something.',
  OFFER: 'Offers to do something.',
  STATEMENT: 'States, recognizes or reaffirms something.',
});

/** What a text calls it. */
export const proposalForm = enumeration('ProposalForm', 'What a text calls it.', {
  PROPOSAL: 'A proposal or suggestion.',
  RECOMMENDATION: 'A recommendation.',
  CALL: 'A call made at a meeting.',
  NEED: 'A need or request.',
  OFFER: 'An offer.',
  PROVISION: 'A provision of a negotiated text.',
});

/** The operative verb of a provision. */
export const provisionAct = enumeration('ProvisionAct', 'The operative verb of a provision.', {
  ACKNOWLEDGE: 'Acknowledges.',
  AFFIRM: 'Affirms.',
  APPRECIATE: 'Expresses appreciation.',
  CALL_FOR: 'Calls for a thing.',
  CALL_UPON: 'Calls upon somebody.',
  COMMIT: 'Commits itself.',
  DECIDE: 'Decides.',
  EMPHASIZE: 'Emphasizes.',
  ENCOURAGE: 'Encourages.',
  INVITE: 'Invites.',
  NOTE: 'Notes or takes note.',
  REAFFIRM: 'Reaffirms.',
  RECALL: 'Recalls.',
  RECOGNIZE: 'Recognizes.',
  RECOMMEND: 'Recommends.',
  REQUEST: 'Requests.',
  STRESS: 'Stresses.',
  SUPPORT: 'Supports.',
  UNDERLINE: 'Underlines.',
  URGE: 'Urges.',
  WELCOME: 'Welcomes.',
});

/** The thing that is asked, offered or stated. */
export const Proposal = entityKind({
  kind: 'Proposal',
  plural: 'proposals',
  description:
    'The thing asked, offered or stated. Who makes, repeats or takes it up is a Position; what came of it are deeds that grew out of it.',
  attributes: {
    nature: oneOf(proposalNature, 'Whether it asks, offers or states.'),
    proposalForm: oneOf(proposalForm, 'What the text calls it.'),
    provisionAct: oneOf(provisionAct, 'The operative verb, for a provision.'),
    gist: gist('What it says, in our own words.'),
    condition: text('Under what condition, where the text gives one.'),
    target: text('What it aims to reach, where the text gives it.'),
  },
  links: {
    addressees: toMany(['Country', 'Agency', 'Group'], 'ADDRESSED_TO', 'To whom it is addressed.'),
    topics: toMany(['Topic'], 'ON', 'What it is about.'),
    statedIn: toOne(['Paragraph'], 'IN_PARAGRAPH', 'The paragraph that states it.', { inverse: 'proposals' }),
  },
});
