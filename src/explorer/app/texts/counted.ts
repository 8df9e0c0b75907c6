/** A number with its noun, in the forms that the language has. */
export function counted(
  language: string,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
) {
  const rules = new Intl.PluralRules(language);
  const figures = new Intl.NumberFormat(language);
  return (count: number): string =>
    (forms[rules.select(count)] ?? forms.other).replace('{n}', figures.format(count));
}
