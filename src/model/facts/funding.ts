import { factKind, oneOf, text } from '../declaration.js';
import { enumeration } from '../values/enumeration.js';
import { money } from '../values/money.js';
import { stage } from '../values/stage.js';
import { grewOutOf, initiative, topics } from './ends.js';

/** How far money has come. */
export const fundingType = enumeration('FundingType', 'How far money has come, or that it is in kind.', {
  PLEDGED: 'Promised.',
  COMMITTED: 'Committed.',
  DISBURSED: 'Paid.',
  IN_KIND: 'Given in kind.',
});

/** Money or in-kind support. */
export const Funding = factKind({
  kind: 'Funding',
  plural: 'fundings',
  time: 'event',
  description: 'Money or in-kind support from actors to an initiative or to actors. Amounts may be bounds.',
  roles: { funder: 'Gives.', recipient: 'Receives.', trustee: 'Holds or manages it for others.' },
  ends: { initiative, topics, grewOutOf },
  attributes: {
    fundingType: oneOf(fundingType, 'How far the money has come.'),
    ...money,
    gist: text('What the source says of it, in our own words.'),
    stage: oneOf(stage, 'How far it has come.'),
  },
  sameBy: ['initiative', 'fundingType'],
});
