/** What each reason counts unless the reader says otherwise: the API's own figures. */
export const USUAL = {
  cooperated: 5,
  exchanged: 3,
  provided: 2,
  sameInitiative: 2,
  partnerOfPartner: 1,
  recent: 1,
  stated: 1,
} as const;

export type Weighed = keyof typeof USUAL;
export type Weights = Partial<Record<Weighed, number>>;

/** The most that a reason may count. */
export const WEIGHT_MOST = 1_000;

/** Weights as the address has them, for example `cooperated:9,recent:0`; null where it has anything else. */
export function weightsIn(text: string): Weights | null {
  const weights: Weights = {};
  for (const part of text.split(',')) {
    const [, name, figure] = /^(\w+):(\d{1,4})$/.exec(part) ?? [];
    if (name === undefined || !Object.hasOwn(USUAL, name) || Object.hasOwn(weights, name)) return null;
    if (Number(figure) > WEIGHT_MOST) return null;
    weights[name as Weighed] = Number(figure);
  }
  return weights;
}

/** The same as the address has them. */
export const weightsAs = (weights: Weights): string =>
  Object.entries(weights)
    .map(([name, figure]) => `${name}:${figure}`)
    .join(',');
