import { enumeration, type ValueOf } from './enumeration.js';

/** The six official languages of the United Nations. */
export const language = enumeration('Language', 'One of the six official languages of the United Nations.', {
  AR: 'Arabic.',
  EN: 'English.',
  ES: 'Spanish.',
  FR: 'French.',
  RU: 'Russian.',
  ZH: 'Chinese.',
});
/** One language. */
export type Language = ValueOf<typeof language>;

/** Graph property and seed column of a name in one language. */
export const nameProperty: Readonly<Record<Language, string>> = {
  AR: 'nameAr',
  EN: 'nameEn',
  ES: 'nameEs',
  FR: 'nameFr',
  RU: 'nameRu',
  ZH: 'nameZh',
};
