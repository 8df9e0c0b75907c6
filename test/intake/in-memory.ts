import type { Register } from '../../src/intake/1-read/register.js';
import type { Row } from '../../src/intake/1-read/row.js';

/** A register whose rows are at hand, for tests that look at them. */
export interface ReadRegister extends Register {
  readonly rows: Row[];
}

/** What was read, with all rows in memory. */
export const inMemory = (register: Register): ReadRegister => ({ ...register, rows: [...register.rows] });
