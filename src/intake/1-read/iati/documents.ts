import { Document } from '../../../model/entities/document.js';
import { Mention } from '../../../model/facts/mention.js';
import { unfit } from '../../2-check/cells.js';
import { isDay } from '../../2-check/scalars.js';
import { attributeOf, childrenOf, type Element } from './element.js';
import { factId, shortHash, slugOf } from './ids.js';
import { namesOf } from './names.js';
import { addRowOf, type Activity } from './reading.js';

const LONGEST = 2_000;

/** The address of a linked document; undefined where it is none on the web. */
function addressOf(link: Element): string | undefined {
  const written = attributeOf(link, 'url');
  if (written === undefined || written.length > LONGEST || unfit(written) !== null) return undefined;
  return /^https?:\/\/[^\s|<>"]+$/i.test(written) ? written : undefined;
}

function issuedOn(link: Element): string | undefined {
  const [date] = childrenOf(link, 'document-date');
  const day = date && attributeOf(date, 'iso-date');
  return day !== undefined && isDay(day) ? day : undefined;
}

function languageOf(link: Element): string | undefined {
  const [code, ...more] = childrenOf(link, 'language').map((one) => attributeOf(one, 'code')?.toLowerCase());
  return more.length === 0 && code !== undefined && /^[a-z]{2}$/.test(code) ? code : undefined;
}

/** A Document for each link of an activity, and a Mention: that the document names the activity is concluded. */
export function documentsOf(activity: Activity): void {
  const { element, reading, key, identifier } = activity;
  const linked = new Set<string>();
  for (const link of childrenOf(element, 'document-link')) {
    const address = addressOf(link);
    if (address === undefined || linked.has(address)) {
      reading.passed.over(
        address === undefined ? 'document links without a web address' : 'document links given twice',
      );
      continue;
    }
    linked.add(address);
    const id = `document/iati-${[slugOf(new URL(address).hostname).slice(0, 60), shortHash(address)].join('-')}`;
    const [title] = childrenOf(link, 'title');
    const { name = address, inLanguages } = namesOf(title, reading.passed);
    addRowOf(activity, Document, link.line, {
      id,
      name,
      ...inLanguages,
      address,
      issuedOn: issuedOn(link),
      textLanguage: languageOf(link),
    });
    addRowOf(activity, Mention, link.line, {
      id: factId('mention', key, shortHash(address)),
      occasion: identifier,
      paragraph: id,
      names: activity.id,
      certainty: 'INFERRED',
      reason: 'The register links the document to the activity, so it is taken to name it.',
      basis: 'MAPPING',
    });
  }
}
