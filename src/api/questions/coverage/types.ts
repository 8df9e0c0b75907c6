import { ID, Int } from 'type-graphql';
import { completeness, coverageState } from '../../../model/values/coverage.js';
import { classNamed, objectType } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { Day } from '../../types/scalars.js';

objectType('Cover', 'One thing that a source covers.', {
  kind: { type: () => String, description: 'Name of the kind, for example Membership.' },
  extent: {
    type: () => String,
    description: 'For whom or within what: world, the id of a country or group, or the name of a scheme.',
  },
  completeness: {
    type: enumOf(completeness),
    description: 'Whether it has all there is within that extent, or a choice.',
  },
});

objectType('KindFromSource', 'What one source gives of one kind of facts or entities.', {
  kind: { type: () => String, description: 'Name of the kind, for example Exchange.' },
  things: {
    type: () => Int,
    description:
      'Facts or entities of which this source says that they are; of one country when one is asked for.',
  },
  claims: { type: () => Int, description: 'Everything that it says of them, one claim each.' },
  state: {
    type: enumOf(coverageState),
    nullable: true,
    description: 'What that count means, as far as this source alone covers the kind; null for entities.',
  },
});

objectType('UnitsOfText', 'How much of a text is in the graph, unit by unit.', {
  inText: {
    type: () => Int,
    nullable: true,
    description:
      'How many units the text has (paragraphs, lettered sub-paragraphs, footnotes, letters), as counted by its curator; null when not counted.',
  },
  entered: { type: () => Int, description: 'How many of them are entered as paragraphs.' },
  cited: { type: () => Int, description: 'How many of these at least one fact or proposal cites.' },
  without: {
    type: () => classNamed('Paragraph'),
    list: true,
    description: 'Entered units that no fact or proposal cites, in the order of the text; at most 100.',
  },
  inWords: {
    type: () => String,
    description:
      'The same as a sentence, for example "9 of 9 units are entered, and 8 give facts or proposals."',
  },
});

objectType(
  'SourceCoverage',
  'What is recorded from one document or register, and what cannot be known from it.',
  {
    source: { type: () => classNamed('Entity'), description: 'The Document or Source.' },
    units: {
      type: () => classNamed('UnitsOfText'),
      nullable: true,
      description: 'How much of the text is entered; null for a register, which has rows.',
    },
    kinds: {
      type: () => classNamed('KindFromSource'),
      list: true,
      description: 'What it gives of each kind: all kinds of facts, and the kinds of entities that it names.',
    },
    countries: {
      type: () => Int,
      description: 'Of how many countries it gives a fact to which they are party.',
    },
    earliest: {
      type: () => Day,
      nullable: true,
      description: 'First day on which one of its facts may have started; null when no date is known.',
    },
    latest: {
      type: () => Day,
      nullable: true,
      description: 'Last day on which one of its facts may have ended; null when no date is known.',
    },
    undated: {
      type: () => Int,
      description: 'Facts of it of which no date is known, kinds without a date left out.',
    },
    covers: {
      type: () => classNamed('Cover'),
      list: true,
      description:
        'What it covers, wholly or by choice, as its curator put it; a text covers nothing wholly.',
    },
    cannotBeKnown: {
      type: () => String,
      list: true,
      description: 'What cannot be known from it, one plain sentence each.',
    },
  },
);

objectType('KindCoverage', 'What is recorded of one kind of facts over all sources, and what it means.', {
  kind: { type: () => String, description: 'Name of the kind, for example Exchange.' },
  facts: { type: () => Int, description: 'Facts that readers see; of one country when one is asked for.' },
  state: {
    type: enumOf(coverageState),
    description: 'What that count means, given all that the sources cover.',
  },
  completeSources: {
    type: () => ID,
    list: true,
    description: 'Ids of the sources that are complete for it, for all that was asked.',
  },
  inWords: {
    type: () => String,
    description: 'The same as a sentence that tells "no fact" from "not covered".',
  },
});

objectType('SourceCoverageEdge', 'One source in a list, with its cursor.', {
  cursor: { type: () => String, description: 'Where the list goes on after it; opaque.' },
  node: { type: () => classNamed('SourceCoverage'), description: 'What is recorded from it.' },
});

objectType('CoverageConnection', 'What is recorded: by kind over all sources, and a page of sources by id.', {
  kinds: {
    type: () => classNamed('KindCoverage'),
    list: true,
    description: 'Each kind of fact over all sources, whatever page or document is asked for.',
  },
  edges: {
    type: () => classNamed('SourceCoverageEdge'),
    list: true,
    description: 'The sources with their cursors.',
  },
  nodes: {
    type: () => classNamed('SourceCoverage'),
    list: true,
    description: 'The sources, without cursors.',
  },
  pageInfo: { type: () => classNamed('PageInfo'), description: 'Where the page stands in the list.' },
  reading: { type: () => String, description: 'How the question was read, in words.' },
  graphVersion: {
    type: () => Int,
    description: 'Version of the graph that answered; it rises with each change.',
  },
});
