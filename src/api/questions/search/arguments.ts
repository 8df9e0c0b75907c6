import { ID } from 'type-graphql';
import { language } from '../../../model/values/language.js';
import type { ArgPlan } from '../../types/declare.js';
import { entityKinds, enumOf } from '../../types/enums.js';
import { pageArgs } from '../../types/page-args.js';

/** Characters that may be typed. */
export const TEXT_MOST = 200;

/** Arguments of the root field. */
export const ARGUMENTS: Readonly<Record<string, ArgPlan>> = {
  text: {
    type: () => String,
    description: `Words, all of which must be found, in any order; a code or symbol, for example A/RES/64/222. Plain words only: nothing that is typed acts as an operator. At most ${TEXT_MOST} characters.`,
  },
  language: {
    type: enumOf(language),
    nullable: true,
    description:
      'The language of the words, for example FR: its names are looked through, and all texts of which no language is recorded. When nothing is found there, other languages are tried, and `otherLanguages` says so. All languages at once when left out.',
  },
  kinds: {
    type: enumOf(entityKinds),
    list: true,
    nullable: true,
    description: 'Kinds of entities, for example [Topic, Proposal]; all when left out.',
  },
  document: {
    type: () => ID,
    nullable: true,
    description:
      'Id of a document in which it must stand, for example a-res-64-222: finds paragraphs, and what they state.',
  },
  prefix: {
    type: () => Boolean,
    defaultValue: false,
    description:
      'Whether the last word is only begun, for suggestions while typing: "pat" finds Patents. Looks through names and codes only.',
  },
  ...pageArgs,
};
