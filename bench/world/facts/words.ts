import { documentActType } from '../../../src/model/facts/document-act.js';
import { positionAct } from '../../../src/model/facts/position.js';
import { strength, successionType } from '../../../src/model/facts/succession.js';
import { idOf, PARAGRAPHS } from '../cast.js';
import { eventPeriod } from '../days.js';
import { SUBJECTS } from '../names.js';
import { actor } from '../parties.js';
import {
  anyDay,
  gist,
  initiativeOf,
  paragraphOf,
  placed,
  proposalOf,
  sometimes,
  topicsOf,
  valuesOf,
  type Draw,
  type Drawn,
} from './draw.js';

export function position(from: Draw): Drawn {
  const { cast, random } = from;
  const { at, day } = placed(from, 60);
  return {
    parties: [actor(cast, random, 'holder')],
    ends: { ...at, ...(random.often(80) ? { proposal: [proposalOf(from)] } : { topics: topicsOf(from) }) },
    attributes: { positionAct: random.oneOf(valuesOf(positionAct)), ...gist(from) },
    period: eventPeriod(random, day),
  };
}

export function discussion(from: Draw): Drawn {
  const { cast, random } = from;
  const { at, day } = placed(from, 100);
  return {
    parties: random.often(40) ? [actor(cast, random, 'speaker')] : [],
    ends: { ...at, topics: topicsOf(from) },
    attributes: { ...gist(from) },
    period: eventPeriod(random, day),
  };
}

export function documentAct(from: Draw): Drawn {
  const { cast, random } = from;
  const document = idOf.document(cast.document(random));
  return {
    parties: random.often(70) ? [actor(cast, random, 'actor')] : [],
    ends: { document: [document], ...sometimes(random, 40, 'actingParagraph', () => paragraphOf(from)) },
    attributes: { documentAct: random.oneOf(valuesOf(documentActType)) },
    period: eventPeriod(random, anyDay(from)),
  };
}

/** Each paragraph of each draft once, beside what it became in the adopted text. */
export function succession({ cast, random, n }: Draw): Drawn {
  const draft = 2 * (Math.floor(n / PARAGRAPHS) % (cast.tier.documents >> 1));
  const place = 1 + (n % PARAGRAPHS);
  return {
    numbered: false,
    ends: {
      predecessor: [idOf.paragraph(draft, place)],
      successor: [idOf.paragraph(draft + 1, place)],
    },
    attributes: {
      successionType: random.oneOf(valuesOf(successionType).slice(0, 4)),
      strength: random.oneOf(valuesOf(strength)),
      changed: random.someOf(['act', 'addressee', 'condition'], 2),
    },
  };
}

export const mention = (from: Draw): Drawn => ({
  ends: {
    paragraph: [paragraphOf(from)],
    names: [...new Set([from.cast.country(from.random), initiativeOf(from)])],
    ...sometimes(from.random, 50, 'topics', () => from.cast.topic(from.random)),
  },
});

export const finding = (from: Draw): Drawn => ({
  parties: from.random.often(50) ? [actor(from.cast, from.random, 'reporter')] : [],
  ends: { subject: [initiativeOf(from)], topics: topicsOf(from, 1) },
  attributes: { measure: 'people trained', low: from.random.below(500), high: 500, unit: 'people' },
});

export const purpose = (from: Draw): Drawn => ({
  parties: from.random.often(60) ? [actor(from.cast, from.random, 'beneficiary')] : [],
  ends: { serves: [initiativeOf(from)], topics: topicsOf(from) },
  attributes: { aim: `Better ${from.random.oneOf(SUBJECTS).EN}` },
});
