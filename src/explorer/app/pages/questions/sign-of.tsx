import { EvidenceSign, IndependentSign, OrderSign, ReviewSign } from '../../facts/signs.js';
import { en } from '../../texts/en.js';

/** Evidence, review and order are shown by the same signs as everywhere; null for any other field. */
export function signOf(field: string | undefined, value: unknown) {
  const { words } = en;
  if (field === 'independent' && typeof value === 'boolean') return <IndependentSign independent={value} />;
  if (field === 'certainty' && isOneOf(words.Certainty, value)) return <EvidenceSign certainty={value} />;
  if (field === 'order' && isOneOf(words.Order, value)) return <OrderSign order={value} />;
  if (field === 'status' && isOneOf(words.Status, value) && value !== 'ACCEPTED')
    return <ReviewSign status={value} />;
  return null;
}

const isOneOf = <Name extends string>(words: Readonly<Record<Name, string>>, value: unknown): value is Name =>
  typeof value === 'string' && Object.hasOwn(words, value);
