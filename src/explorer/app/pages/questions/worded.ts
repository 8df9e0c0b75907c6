/** A field's name as a heading: `orderReason` is "order reason". The names are the API's own, in English. */
export const headingOf = (field: string): string =>
  field.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
