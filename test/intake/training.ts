import { plus, type Cells, type World } from './world.js';

/** The source of the register. */
export const FILE = 'source/training-2024';
/** A cell of evidence: where in it. */
export const said = (locator: string): Cells => ({ source: FILE, locator });
/** A course, by its key in the register. */
export const course = (id: string, period: string, more: Cells = {}): Cells => ({
  id: `exchange/training-${id}`,
  occasion: id,
  party: 'country/kem:provider | country/lor:receiver',
  topics: 'topic/marks',
  period,
  ...said(id),
  ...more,
});

/** A register of two courses, which speaks of countries and topics that the story has, and of an agency of its own. */
export const TRAINING: World = {
  'sources.csv': [{ id: FILE, name: 'Courses of 2024', licence: 'CC-BY-4.0', retrieved: '2026-01-31' }],
  'entities/agencies.csv': [
    { id: 'agency/training-centre', name: 'Training centre', agencyType: 'OTHER', ...said('head') },
  ],
  'facts/exchanges.csv': [course('c1', '2024-03-01/2024-03-05'), course('c2', '2024-06-01/2024-06-05')],
};

/** The same with all that staging must bring into order: a document and its paragraph, a topic, an event that bounds. */
export const LINKED: World = plus(TRAINING, {
  'entities/topics.csv': [
    { id: 'topic/training-a', name: 'A', scheme: 'story', broader: 'topic/training-b', ...said('t') },
    { id: 'topic/training-b', name: 'B', scheme: 'story', broader: 'topic/marks', ...said('t') },
  ],
  'entities/documents.csv': [
    {
      id: 'document/training-report',
      name: 'Report',
      documentForm: 'REPORT',
      issuedOn: '2024-12-01',
      ...said('d'),
    },
  ],
  'entities/paragraphs.csv': [
    {
      id: 'paragraph/training-1',
      name: '1',
      document: 'document/training-report',
      order: '1',
      ...said('1'),
    },
  ],
  'entities/meetings.csv': [{ id: 'meeting/training', name: 'Meeting', period: '2024-02-01', ...said('m') }],
  'facts/exchanges.csv': [course('c6', '', { notBefore: 'meeting/training', topics: 'topic/training-a' })],
  'facts/cooperations.csv': [
    {
      id: 'cooperation/training-after',
      party: 'country/kem:partner | country/lor:partner',
      topics: 'topic/training-a',
      grewOutOf: 'exchange/training-c6',
      period: '2025-01-01',
      source: 'document/training-report',
      locator: '1',
      voice: 'agency/training-centre',
      certainty: 'INFERRED',
      reason: 'The courses led to it.',
      basis: 'READER',
      inferredFrom: 'exchange/training-c6#existence',
    },
  ],
  'claims.csv': [{ target: 'country/kem', about: 'otherNames', value: 'The land of Kem', ...said('head') }],
});
