/**
 * When something holds: four bounds as ISO days, null when unknown. It starts on a day from `startMin` to
 * `startMax` and ends on a day from `endMin` to `endMax`.
 */
export interface Period {
  readonly startMin: string | null;
  readonly startMax: string | null;
  readonly endMin: string | null;
  readonly endMax: string | null;
  /** True when the source says that it goes on. */
  readonly ongoing: boolean;
  /** The source's wording as EDTF; null when there is none. */
  readonly edtf: string | null;
  /** Ids of events on whose last day, at the earliest, it starts. */
  readonly notBefore: readonly string[];
  /** Ids of events on whose first day, at the latest, it starts. */
  readonly notAfter: readonly string[];
}

/** The names of the four bounds, in order. */
export const BOUNDS = ['startMin', 'startMax', 'endMin', 'endMax'] as const;

/** A period of which nothing is known. */
export const UNKNOWN_PERIOD: Period = {
  startMin: null,
  startMax: null,
  endMin: null,
  endMax: null,
  ongoing: false,
  edtf: null,
  notBefore: [],
  notAfter: [],
};

const later = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null ? a : a > b ? a : b;
const earlier = (a: string | null, b: string | null): string | null =>
  a === null ? b : b === null ? a : a < b ? a : b;

/** Adds what follows from "no end before its start": an end is not before `startMin`, a start not after `endMax`. */
export function tighten(period: Period): Period {
  return {
    ...period,
    endMin: later(period.endMin, period.startMin),
    startMax: earlier(period.startMax, period.endMax),
  };
}

/** Whether the bounds contradict each other. */
export function contradictory(p: Period): boolean {
  return (
    (p.startMin !== null && p.startMax !== null && p.startMin > p.startMax) ||
    (p.endMin !== null && p.endMax !== null && p.endMin > p.endMax)
  );
}

/** What two sources allow together; may be contradictory. */
export function intersection(a: Period, b: Period): Period {
  return {
    startMin: later(a.startMin, b.startMin),
    startMax: earlier(a.startMax, b.startMax),
    endMin: later(a.endMin, b.endMin),
    endMax: earlier(a.endMax, b.endMax),
    ongoing: a.ongoing || b.ongoing,
    edtf: a.edtf === b.edtf ? a.edtf : null,
    notBefore: [...new Set([...a.notBefore, ...b.notBefore])].sort(),
    notAfter: [...new Set([...a.notAfter, ...b.notAfter])].sort(),
  };
}

/** What either of two sources allows; an unknown bound on one side stays unknown. */
export function hull(a: Period, b: Period): Period {
  const both = (x: string | null, y: string | null, pick: typeof later): string | null =>
    x === null || y === null ? null : pick(x, y);
  return {
    ...intersection(a, b),
    startMin: both(a.startMin, b.startMin, earlier),
    startMax: both(a.startMax, b.startMax, later),
    endMin: both(a.endMin, b.endMin, earlier),
    endMax: both(a.endMax, b.endMax, later),
  };
}
