import { isVisible, type Status } from '../values/certainty.js';
import type { ThingChange } from '../values/changes.js';

/** A fact or entity before and after a batch; null stands for one that no claim had spoken of. */
export interface Passage {
  readonly before: Status | null;
  readonly after: Status | null;
  /** Whether a rolled-up value is another, or a claim was made, revived, ended or withdrawn. */
  readonly differs: boolean;
}

/** What readers see to have happened; null when they see nothing of it. */
export function thingChangeOf({ before, after, differs }: Passage): ThingChange | null {
  if (isVisible(before)) return isVisible(after) ? (differs ? 'CHANGED' : null) : 'WITHDRAWN';
  if (!isVisible(after)) return null;
  return before === 'WITHDRAWN' ? 'RETURNED' : 'ADDED';
}
