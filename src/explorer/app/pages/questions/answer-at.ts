/** Whether a value of an answer is an object. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands in an answer at the end of some steps; null where one of them is not there. */
export const at = (data: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((value, step) => (isRecord(value) ? (value[step] ?? null) : null), data);

/** Whether a text is the id of a thing or of a fact. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-zA-Z]+\/\S+$/.test(value);
