import { enumeration, type ValueOf } from './enumeration.js';

/** By what an entity was found. */
export const searchField = enumeration('SearchField', 'By what an entity was found.', {
  NAME: 'Its name in some language, or its title.',
  OTHER_NAME: 'Another name under which documents speak of it, former ones included.',
  CODE: 'A code or symbol, for example EGY or A/RES/64/222.',
  GIST: 'What it is or says, in our own words.',
});
/** One such field. */
export type SearchField = ValueOf<typeof searchField>;

/** How closely what was typed fits what was found. */
export const searchFit = enumeration('SearchFit', 'How closely what was typed fits what was found.', {
  WHOLE: 'It is the whole of it.',
  BEGINNING: 'It begins with what was typed.',
  WORDS: 'It holds all words as they were typed.',
  WORD_FORMS: 'It holds all words, some in another form: licences, licensing.',
});
/** One fit. */
export type SearchFit = ValueOf<typeof searchFit>;
