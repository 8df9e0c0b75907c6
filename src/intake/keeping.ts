import type { HeldClaim } from '../graph/reads/register.js';
import type { Claim } from '../model/claim.js';
import type { Row } from './1-read/row.js';
import { rowsWritten } from './1-read/rows-written.js';
import { Spooled, type Growing, type Written } from './spooled.js';

/** What an import keeps of its files and of the graph: in memory, or on disk where a file may be large. */
export interface Keeping {
  rows(): Growing<Row>;
  claims(): Growing<Claim>;
  held(): Growing<HeldClaim>;
}

/** Keeps all in memory: for what is small, such as the seed. */
export const IN_MEMORY: Keeping = { rows: () => [], claims: () => [], held: () => [] };

const plain = <T>(): Written<T> => ({ toJson: (one) => one, fromJson: (json) => json as T });

/** Keeps all on disk but for the last of each, and gives the disk back on `close`. */
export class Spools implements Keeping {
  private readonly open: { close(): void }[] = [];

  rows(): Growing<Row> {
    return this.opened(new Spooled(rowsWritten()));
  }

  claims(): Growing<Claim> {
    return this.opened(new Spooled(plain<Claim>()));
  }

  held(): Growing<HeldClaim> {
    return this.opened(new Spooled(plain<HeldClaim>()));
  }

  close(): void {
    for (const one of this.open.splice(0)) one.close();
  }

  private opened<T extends { close(): void }>(one: T): T {
    this.open.push(one);
    return one;
  }
}
