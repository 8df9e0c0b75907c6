import { createHash } from 'node:crypto';
import { canonical } from './claim.js';
import { KINDS } from './kinds.js';

/** Hash of all declarations without their wording: another hash means that a graph made before needs an upgrade. */
export function modelHash(): string {
  const shape = canonical(KINDS.map((kind) => JSON.parse(JSON.stringify(kind, withoutWording)) as unknown));
  return createHash('sha256').update(shape).digest('hex');
}

/** Descriptions may be improved freely; names, types, ends and values may not. */
function withoutWording(key: string, value: unknown): unknown {
  if (key === 'description' || key === 'inverse') return undefined;
  if ((key === 'values' || key === 'roles') && value !== null && typeof value === 'object')
    return Object.keys(value).sort();
  return value;
}
