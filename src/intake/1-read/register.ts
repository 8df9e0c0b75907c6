import type { Growing } from '../spooled.js';
import type { Row } from './row.js';

/** What an import read of a register: rows as the seed has them, and which sources they replace. */
export interface Register {
  /** Whose statements these are, for example iati or wipo-treaties. */
  readonly name: string;
  /** Ids of the sources that were read whole: what their earlier editions said and these do not is withdrawn. */
  readonly sources: readonly string[];
  readonly rows: Growing<Row>;
  /** What the register holds that was not taken in, by reason, for example "contact details". */
  readonly passedOver: ReadonlyMap<string, number>;
}
