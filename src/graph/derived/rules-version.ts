/**
 * Number of the rules of roll-up and derivation. Raise it with every change of what they work out: a graph made with
 * another number is rebuilt at the next start. A test holds it to the text of the rules.
 */
export const DERIVATION = '5';
