import { Fault } from '../../model/faults.js';
import { BUDGET_CLIENTS, STATEMENT_COST } from './figures.js';

interface Account {
  left: number;
  /** When it was last filled, in milliseconds. */
  at: number;
}

/** What each client may spend: so much a minute, refilled steadily. Kept in the memory of this process. */
export class Budgets {
  readonly #accounts = new Map<string, Account>();

  constructor(
    readonly perMinute: number,
    readonly now: () => number = () => performance.now(),
  ) {}

  /** The purse of a new request of this client. */
  purseOf(client: string): Purse {
    return new Purse(this.perMinute, () => this.#filled(client));
  }

  #filled(client: string): Account {
    const now = this.now();
    const account = this.#accounts.get(client) ?? { left: this.perMinute, at: now };
    account.left = Math.min(this.perMinute, account.left + ((now - account.at) * this.perMinute) / 60_000);
    account.at = now;
    // Those seen last stand last, so the first is the one that most likely is full again.
    this.#accounts.delete(client);
    this.#accounts.set(client, account);
    if (this.#accounts.size > BUDGET_CLIENTS)
      this.#accounts.delete(this.#accounts.keys().next().value as string);
    return account;
  }
}

/** One request's hold on the budget of its client. */
export class Purse {
  readonly #account: () => Account;
  #paid = 0;

  constructor(
    readonly limit: number,
    account: () => Account,
  ) {
    this.#account = account;
  }

  get left(): number {
    return Math.max(0, Math.floor(this.#account().left));
  }

  get perSecond(): number {
    return Math.floor(this.limit / 60);
  }

  /** Pays for the request itself, however little it asks or however wrong it is. */
  enter(): void {
    this.#pay(STATEMENT_COST);
    this.#paid = STATEMENT_COST;
  }

  /** Pays for a question before it runs, or refuses it. */
  take(cost: number): void {
    const { limit } = this;
    // Waiting would not help.
    if (cost > limit)
      throw new Fault('TOO_COSTLY', `The question costs ${cost}; a client may spend ${limit} a minute.`, {
        details: { asked: cost, limit },
      });
    const due = Math.max(0, cost - this.#paid);
    this.#paid = 0;
    this.#pay(due);
  }

  /** Makes the price of an answered question what its answer really held. */
  settle(asked: number, actual: number): void {
    this.#account().left += asked - Math.max(actual, STATEMENT_COST);
  }

  #pay(due: number): void {
    const account = this.#account();
    if (due <= account.left) {
      account.left -= due;
      return;
    }
    const { limit } = this;
    const retryAfterSeconds = Math.max(1, Math.ceil(((due - account.left) * 60) / limit));
    throw new Fault(
      'RATE_LIMITED',
      `This client has spent its budget of ${limit} a minute; try again in ${retryAfterSeconds} s, or ask for less.`,
      { details: { limit, left: this.left, retryAfterSeconds } },
    );
  }
}
