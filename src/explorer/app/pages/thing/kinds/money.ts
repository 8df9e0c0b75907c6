/** An amount with its currency as the reader writes it; null where no amount is given. */
export function moneyOf(
  { amountMin, amountMax, currency }: Bounds,
  language: string,
  atLeast: (figure: string) => string,
): string | null {
  const written = (amount: number): string => figure(amount, currency, language);
  if (amountMin !== null && amountMax !== null)
    return amountMin === amountMax ? written(amountMin) : `${written(amountMin)} – ${written(amountMax)}`;
  if (amountMin !== null) return atLeast(written(amountMin));
  return amountMax === null ? null : `≤ ${written(amountMax)}`;
}

interface Bounds {
  readonly amountMin: number | null;
  readonly amountMax: number | null;
  readonly currency: string | null;
}

function figure(amount: number, currency: string | null, language: string): string {
  // A code that Intl cannot take is written as the source gives it.
  if (currency !== null && /^[A-Z]{3}$/.test(currency))
    return new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      maximumFractionDigits: 2,
      minimumFractionDigits: 0,
    }).format(amount);
  return [new Intl.NumberFormat(language).format(amount), currency].filter(Boolean).join(' ');
}
