import { Document } from '../../../src/model/entities/document.js';
import { Paragraph } from '../../../src/model/entities/paragraph.js';
import { Proposal } from '../../../src/model/entities/proposal.js';
import { idOf, PARAGRAPHS, REGISTER, type Cast } from '../cast.js';
import { dayOf, DAYS } from '../days.js';
import { ACTIVITIES, named, SUBJECTS } from '../names.js';
import type { Random } from '../random.js';
import { stated } from '../tell.js';
import { entity, type TellsOf } from './entity.js';

/** Drafts and adopted texts in turn, each with its paragraphs. */
export function* documents({ tier }: Cast, random: Random): Generator<TellsOf> {
  for (let n = 0; n < tier.documents; n += 1) {
    const [id, adopted] = [idOf.document(n), n % 2 === 1];
    const attributes = {
      ...named(random, n, 3),
      symbol: `G/${n >> 1}${adopted ? '' : '/DRAFT'}`,
      documentForm: adopted ? 'OUTCOME' : 'DRAFT',
      issuedOn: dayOf(random.below(DAYS)),
      units: PARAGRAPHS,
      versionLabel: adopted ? 'adopted' : 'draft',
    };
    const ends = adopted ? { versionOf: [idOf.document(n - 1)] } : {};
    yield entity(Document, { id, attributes, ends }, stated(REGISTER, id));
    for (let place = 1; place <= PARAGRAPHS; place += 1) {
      const said = { locator: String(place), order: place, gist: `What text ${n} says at ${place}.` };
      yield entity(
        Paragraph,
        {
          id: idOf.paragraph(n, place),
          attributes: { name: `Paragraph ${place}`, ...said },
          ends: { document: [id] },
        },
        stated(id, String(place)),
      );
    }
  }
}

/** A provision that a paragraph states. */
export function proposal(cast: Cast, random: Random, n: number): TellsOf {
  const document = n % cast.tier.documents;
  const place = 1 + (Math.floor(n / cast.tier.documents) % PARAGRAPHS);
  const attributes = {
    name: `Provision ${n}`,
    nature: random.oneOf(['ASK', 'OFFER', 'STATEMENT']),
    proposalForm: 'PROVISION',
    provisionAct: random.oneOf(['INVITE', 'URGE', 'ENCOURAGE', 'CALL_UPON']),
    gist: `More ${random.oneOf(ACTIVITIES).EN} on ${random.oneOf(SUBJECTS).EN}.`,
  };
  const ends = {
    addressees: [cast.country(random)],
    topics: [cast.topic(random)],
    statedIn: [idOf.paragraph(document, place)],
  };
  return entity(
    Proposal,
    { id: idOf.proposal(n), attributes, ends },
    stated(idOf.document(document), String(place)),
  );
}
