import { isId, isRecord } from './answer-at.js';

/** A row for a table that stands below its sentence: what it names and counts, each fact by its gist and its time, without codes. */
export function shortRow(row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([field, value]) => (field === 'inWords' ? [] : [[field, short(value)]])),
  );
}

function short(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(short);
  if (!isRecord(value)) return value;
  const { claims, gist, period, id, certainty, ...rest } = value;
  if (!Array.isArray(claims) || !isId(id))
    return Object.fromEntries(
      Object.entries(value).flatMap(([field, inner]) => (field === 'alpha3' ? [] : [[field, short(inner)]])),
    );
  const when = isRecord(period) ? period['inWords'] : undefined;
  const named = typeof gist === 'string' ? gist : typeof rest['name'] === 'string' ? rest['name'] : id;
  return { id, name: named, ...(when === undefined ? {} : { when }), certainty };
}
