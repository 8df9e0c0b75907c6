import { idsSaid, IN_TEXT } from '../../facts/said-parts.js';
import { isId, isRecord } from './answer-at.js';

/** Every id in an answer, also those of which claims speak. */
export function idsIn(value: unknown): readonly string[] {
  if (isId(value)) return [value];
  if (typeof value === 'string') return value.match(IN_TEXT) ?? [];
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    field === 'says' && typeof inner === 'string' ? idsSaid(inner) : idsIn(inner),
  );
}
