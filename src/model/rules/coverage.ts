import type { Completeness, CoverageState } from '../values/coverage.js';

/** One thing that a source covers: a kind, within an extent, wholly or by choice. */
export interface Cover {
  /** Name of the kind, for example `Membership`. */
  readonly kind: string;
  /** `world`, the id of a country or group, or the name of a scheme. */
  readonly extent: string;
  readonly completeness: Completeness;
}

/** For whom coverage is asked: one country with the groups to which it belongs, or, when null, all countries. */
export interface CoverageScope {
  readonly country: string | null;
  readonly groups: readonly string[];
}

/** Reads `kind:extent:COMPLETE` as sources give it; null when it is not of that form, and then covers nothing. */
export function coverOf(text: string): Cover | null {
  const [, kind, extent, how] = /^([A-Z][A-Za-z]*):(.+):(COMPLETE|SELECTIVE)$/.exec(text) ?? [];
  return kind && extent ? { kind, extent, completeness: how as Completeness } : null;
}

/** Whether a cover answers for a kind and everybody in scope, so that nothing recorded means nothing there. */
export function answersFor(cover: Cover, kind: string, { country, groups }: CoverageScope): boolean {
  if (cover.completeness !== 'COMPLETE' || cover.kind !== kind) return false;
  if (cover.extent === 'world') return true;
  return country !== null && (cover.extent === country || groups.includes(cover.extent));
}

/** Whether of both ends of a pair complete sources have all facts of a kind, so that none recorded means that they know of none. */
export const coversPair = (
  covers: readonly Cover[],
  kind: string,
  ends: readonly [CoverageScope, CoverageScope],
): boolean => ends.every((end) => covers.some((cover) => answersFor(cover, kind, end)));

/** What a count of facts of a kind means, given all that the sources cover. */
export function coverageStateOf(
  facts: number,
  covers: readonly Cover[],
  kind: string,
  scope: CoverageScope,
): CoverageState {
  if (facts > 0) return 'RECORDED';
  return covers.some((cover) => answersFor(cover, kind, scope)) ? 'NO_FACT' : 'NOT_COVERED';
}
