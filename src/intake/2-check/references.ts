import type { Kind } from '../../model/declaration.js';
import { fits, kindOfId, KINDS } from '../../model/kinds.js';
import { fileOf } from '../1-read/files.js';
import type { Row } from '../1-read/row.js';
import type { Report } from './report.js';

const ID = /^[a-z]+(-[a-z]+)*\/[a-z0-9][a-z0-9-]*$/;
const LONGEST = 200;

/** What may stand in a cell that names something else. */
export interface Wanted {
  readonly fits: (kind: Kind) => boolean;
  /** What it may be, for the message: "Country, Agency or Group". */
  readonly words: string;
}

const either = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;

/** One of the kinds that an end allows. */
export const oneOfKinds = (to: readonly string[]): Wanted => ({
  fits: (kind) => fits(kind, to),
  words: either(to),
});

const actor = (kind: Kind): boolean => kind.sort === 'entity' && kind.actor;
const actors = KINDS.filter(actor).map(({ kind }) => kind);

/** Who may act or speak. */
export const ACTOR: Wanted = { fits: actor, words: either(actors) };
/** Whose words a claim may give. */
export const VOICE: Wanted = {
  fits: (kind) => actor(kind) || kind.kind === 'Meeting',
  words: either([...actors, 'Meeting']),
};
/** What may say something. */
export const SOURCE: Wanted = oneOfKinds(['Document', 'Source']);
/** What has a time of its own. */
export const EVENT: Wanted = {
  fits: (kind) => (kind.sort === 'entity' ? kind.dated : kind.time !== 'timeless'),
  words: 'meeting, initiative or dated fact',
};
/** Anything at all. */
export const ANYTHING: Wanted = { fits: () => true, words: 'entity or fact' };

/** Whether what cells name is among what rows state, or is there already. */
export class References {
  constructor(
    private readonly stated: (id: string) => boolean,
    private readonly known: (id: string) => boolean,
    private readonly report: Report,
  ) {}

  /** Whether the graph already has a thing, so that this import need not say all of it. */
  isKnown(id: string): boolean {
    return this.known(id);
  }

  /** Checks the id that a row gives to what it states. */
  ownId(row: Row, id: string, kind: Kind): boolean {
    const right = ID.test(id) && id.length <= LONGEST && kindOfId(id) === kind;
    if (!right)
      this.report.fault(
        row,
        'id',
        id === ''
          ? `The row has no id; give it one, for example ${kind.prefix}/cairo-2013.`
          : `"${id.slice(0, LONGEST)}" is no id of this file; write ${kind.prefix}/ and then small letters, digits and hyphens.`,
      );
    return right;
  }

  /** Checks that a cell names something that is there and may stand there. */
  names(row: Row, column: string, id: string, wanted: Wanted): boolean {
    const kind = kindOfId(id);
    const message = !ID.test(id)
      ? `"${id.slice(0, LONGEST)}" is not an id; write one such as country/egy or meeting/cairo-2013.`
      : !kind
        ? `"${id}" starts with no known kind; start it with one of ${KINDS.map(({ prefix }) => prefix).join(', ')}.`
        : !wanted.fits(kind)
          ? `"${id}" is of the kind ${kind.kind}, which may not stand here; name one of ${wanted.words}.`
          : !this.stated(id) && !this.known(id)
            ? `Nothing has the id "${id}"; mend it, or add a row for it to ${fileOf(kind.kind)}.`
            : null;
    if (message) this.report.fault(row, column, message);
    return message === null;
  }
}
