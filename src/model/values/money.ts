import { decimal, text, type Attribute } from '../declaration.js';

/**
 * An amount of money as a source gives it: two bounds, equal when exact, one empty when open
 * ("over one million": `amountMin` 1000000, `amountMax` empty). Exact up to 2^53; more is refused at intake.
 */
export const money: Readonly<Record<'amountMin' | 'amountMax' | 'currency', Attribute>> = {
  amountMin: decimal('Least amount, in units of the currency; empty when the source gives no lower bound.'),
  amountMax: decimal(
    'Greatest amount, in units of the currency; empty when the source gives no upper bound.',
  ),
  currency: text('ISO 4217 code of the currency, for example USD.'),
};
