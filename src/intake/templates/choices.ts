import type { Enumeration } from '../../model/values/enumeration.js';
import type { Kind } from '../../model/declaration.js';
import { capacity } from '../../model/values/capacity.js';
import { certainty, claimStatus, stance } from '../../model/values/certainty.js';

const EVIDENCE: Readonly<Record<string, Enumeration>> = {
  capacity,
  voiceCapacity: capacity,
  certainty,
  stance,
  claimStatus,
};

/** The values that a column of a kind may have, for a drop-down list; null where it may hold anything. */
export function choicesOf(kind: Kind, column: string): readonly string[] | null {
  const attribute = kind.attributes[column];
  if (attribute?.type === 'boolean') return ['yes', 'no'];
  const values = attribute ? attribute.enumeration?.values : EVIDENCE[column]?.values;
  return values === undefined || attribute?.list === true ? null : Object.keys(values);
}
