import { text, texts, type Attribute } from './declaration.js';

/** Names that every entity carries: one for display, one in each language where a source gives it, and others. */
export const NAMES: Readonly<Record<string, Attribute>> = {
  name: text('The name shown when none is known in the asked language; as the first document gives it.'),
  nameAr: text('Name in Arabic.'),
  nameEn: text('Name in English.'),
  nameEs: text('Name in Spanish.'),
  nameFr: text('Name in French.'),
  nameRu: text('Name in Russian.'),
  nameZh: text('Name in Chinese.'),
  otherNames: texts('Other names under which documents speak of it.'),
};

/** What the attribute `references` holds, in every kind that has it. */
export const REFERENCES =
  'Identifiers that registers give it, as they write them, for example XM-DAC-41114; imports know it again by them.';
