import { probesOf } from '../../../graph/reads/search/probes.js';
import type { SearchFilter } from '../../../graph/reads/search/looks.js';
import type { Page } from '../../../graph/reads/page.js';
import { Document } from '../../../model/entities/document.js';
import { Fault } from '../../../model/faults.js';
import { ENTITY_KINDS, kindOfId } from '../../../model/kinds.js';
import { folded } from '../../../model/rules/folding.js';
import type { Language } from '../../../model/values/language.js';
import { idOfKind, listAsked } from '../ids.js';
import { pageAsked, type PageArgs } from '../page-asked.js';
import { TEXT_MOST } from './arguments.js';

/** The arguments as they arrive. */
export interface Given extends PageArgs {
  readonly text: string;
  readonly language?: Language | null;
  readonly kinds?: readonly string[] | null;
  readonly document?: string | null;
  readonly prefix?: boolean | null;
}

const KEY = /^\d{4}\|(?<id>[^|]+)$/;
const isKey = (key: string): boolean => kindOfId(KEY.exec(key)?.groups?.['id'] ?? '')?.sort === 'entity';

/** Checks the arguments; whatever the words are, they are looked for. */
export function searchAsked(given: Given): { readonly filter: SearchFilter; readonly page: Page } {
  const { text, language = null, kinds, document, prefix } = given;
  // One sign may stand for whole words, as some do in Arabic and Japanese.
  if ([...text].length > TEXT_MOST || folded(text).length > 2 * TEXT_MOST) {
    throw new Fault(
      'BAD_USER_INPUT',
      `search(text:) may hold at most ${TEXT_MOST} characters; leave words out.`,
      { details: { argument: 'text', limit: TEXT_MOST } },
    );
  }
  const named = listAsked(kinds, 'search(kinds:)');
  return {
    page: pageAsked(given, 'search', isKey),
    filter: {
      probes: probesOf(text, language, prefix ?? false),
      kinds: named ? ENTITY_KINDS.filter(({ kind }) => named.includes(kind)) : null,
      document: document ? idOfKind(document, 'search(document:)', Document) : null,
    },
  };
}
