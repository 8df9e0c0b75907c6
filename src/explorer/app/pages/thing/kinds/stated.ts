import { useStatedOnly } from '../../../address/use-parameters.js';

/** The evidence that a section asks of its facts: none, or that a source states them. */
export function useEvidence(): { readonly minCertainty: 'STATED' } | null {
  const [statedOnly] = useStatedOnly();
  return statedOnly ? { minCertainty: 'STATED' } : null;
}

/** The same as a part of a filter, left out where it asks nothing. */
export const withEvidence = (evidence: { readonly minCertainty: 'STATED' } | null) =>
  evidence === null ? {} : { evidence };
