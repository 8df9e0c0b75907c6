import './kinds.css';
import { Paragraphs } from '../../texts/paragraphs.js';
import type { Described } from '../described.js';
import { CountryTies } from './country-ties.js';
import { Members } from './members.js';
import { ProposalTrail } from './proposal-trail.js';
import { SinceCooperated } from './since-cooperated.js';
import { TakesPartIn, TakingPart } from './taking-part.js';
import { TopicTree } from './topic-tree.js';
import { WhatCameOfIt } from './what-came-of-it.js';
import { WhoPays } from './who-pays.js';
import { WhoWasThere } from './who-was-there.js';

/** What one looks for on the page of a thing of this kind, before all that is recorded of it. */
export function OfKind({ entity: { __typename: kind, id } }: { readonly entity: Described }) {
  switch (kind) {
    case 'Meeting':
      return (
        <>
          <WhoWasThere meeting={id} />
          <SinceCooperated meeting={id} />
          <WhatCameOfIt meeting={id} />
        </>
      );
    case 'Country':
      return (
        <>
          <CountryTies country={id} />
          <WhoPays of={{ actors: { ids: [id] } }} />
        </>
      );
    case 'Agency':
      return (
        <>
          <TakesPartIn agency={id} />
          <Members group={id} />
          <WhoPays of={{ actors: { ids: [id] } }} />
        </>
      );
    case 'Group':
      return (
        <>
          <WhoPays of={{ actors: { ids: [id] } }} />
          <Members group={id} />
        </>
      );
    case 'Initiative':
      return (
        <>
          <TakingPart initiative={id} />
          <WhoPays of={{ initiative: id }} />
        </>
      );
    case 'Topic':
      return <TopicTree topic={id} />;
    case 'Proposal':
      return <ProposalTrail proposal={id} />;
    case 'Document':
      return <Paragraphs id={id} own />;
    default:
      return null;
  }
}
