import { Fault } from '../../model/faults.js';

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = 60;
// Whose statements these are must never be in doubt.
const TAKEN: readonly string[] = ['seed'];

/** The name of a register, checked. */
export function registerName(name: string): string {
  if (!NAME.test(name) || name.length > LONGEST)
    throw new Fault(
      'BAD_USER_INPUT',
      `"${name.slice(0, 100)}" is no name of a register; use small letters, digits and hyphens, at most ${LONGEST}, with --as.`,
    );
  if (TAKEN.includes(name))
    throw new Fault('BAD_USER_INPUT', `The name ${name} is taken; give the register another with --as.`);
  return name;
}

/** A name of a register made of the name of a file or folder. */
export const nameFrom = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\.[a-z0-9]{1,5}$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, LONGEST)
    .replace(/-$/, '');
