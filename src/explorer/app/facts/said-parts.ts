/** What a claim says, taken apart. */
export type SaidParts =
  | { readonly what: 'existence' }
  | { readonly what: 'period'; readonly inWords: string }
  | {
      readonly what: 'party';
      readonly id: string;
      readonly role: string;
      /** A capacity as the API codes it; null for one that acts for itself. */
      readonly capacity: string | null;
      /** A number or words for those who are not named. */
      readonly number: string | null;
    }
  /** A tie to another thing: `topics topic/patents`. */
  | { readonly what: 'end'; readonly name: string; readonly id: string }
  /** A value of its own: `stage: "DONE"`. */
  | { readonly what: 'attribute'; readonly name: string; readonly value: string };

const PARTY = /^party (\S+) as (\w+)(?:, acting as ([a-z ]+))?(?: \(([^]*)\))?$/;
const PERIOD = /^period: ([^]*)$/;
const ATTRIBUTE = /^(\w+): ([^]*)$/;
const END = /^(\w+) ([a-zA-Z]+\/\S+)$/;

/** Takes apart the few English words in which the API gives a claim; null for a sentence of another form. */
export function saidParts(says: string): SaidParts | null {
  if (says === 'that it is so') return { what: 'existence' };
  const party = PARTY.exec(says);
  if (party) {
    const [, id = '', role = '', acting, number] = party;
    const capacity = acting?.toUpperCase().replaceAll(' ', '_') ?? null;
    return { what: 'party', id, role, capacity, number: number ?? null };
  }
  const period = PERIOD.exec(says)?.[1];
  if (period !== undefined) return { what: 'period', inWords: period };
  const [, name, value] = ATTRIBUTE.exec(says) ?? [];
  if (name !== undefined && value !== undefined)
    return { what: 'attribute', name, value: value.replace(/^"([^]*)"$/, '$1') };
  const [, end, id] = END.exec(says) ?? [];
  return end === undefined || id === undefined ? null : { what: 'end', name: end, id };
}

/** Ids of things that a claim speaks of. */
export function idsSaid(says: string): readonly string[] {
  const parts = saidParts(says);
  if (parts?.what === 'period') return parts.inWords.match(IN_TEXT) ?? [];
  return parts && 'id' in parts ? [parts.id] : [];
}

/** Ids of things within a sentence: `not before the last day of meeting/cairo-2013`. */
export const IN_TEXT =
  /(?<![\w/])(?:country|agency|group|initiative|meeting|topic|proposal|document)\/[\w-]+(?:[./][\w-]+)*/g;
