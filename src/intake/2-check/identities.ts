import type { Party } from '../../model/claim.js';
import type { FactKind } from '../../model/declaration.js';
import { identityOf } from '../../model/rules/identity.js';
import type { Merge } from '../../model/rules/merge.js';
import type { Row } from '../1-read/row.js';
import type { CheckedFact } from './checked.js';
import { counts } from './evidence.js';
import { rowInWords, type Report } from './report.js';
import type { Thing } from './shape.js';
import type { Statement } from './statement.js';

type FactThing = Thing & { readonly kind: FactKind };

const isFact = (thing: Thing): thing is FactThing => thing.kind.sort === 'fact';

/** The identity of a fact, from the rows of its own file; rows against it count only where there are no others. */
function identityIn(thing: FactThing, occasion: string | null): string {
  const own = thing.statements.filter(({ row }) => row.kind !== 'claim');
  const supporting = own.filter(({ evidence }) => counts(evidence));
  const statements = supporting.length > 0 ? supporting : own;
  const values = (name: string): Statement['value'][] =>
    statements
      .filter(({ about }) => about === name)
      .flatMap(({ value }) => (Array.isArray(value) ? (value as string[]) : [value]));
  const targets = (name: string): string[] =>
    statements.flatMap(({ end }) => (end?.name === name ? [end.target] : []));
  const named = <V>(names: object, of: (name: string) => V): Record<string, V> =>
    Object.fromEntries(Object.keys(names).map((name) => [name, of(name)]));
  return identityOf(thing.kind, {
    actors: statements.flatMap(({ about, value }) =>
      about.startsWith('party:') ? [(value as Party).actor] : [],
    ),
    ends: named(thing.kind.ends, targets),
    attributes: named(thing.kind.attributes, (name) => values(name) as string[]),
    occasion,
  });
}

function occasionOf(thing: FactThing, report: Report): string | null {
  const [first, ...others] = thing.rows.flatMap((row) => {
    const text = (row.cells.get('occasion') ?? '').trim().normalize('NFC');
    return text === '' ? [] : [{ row, text }];
  });
  for (const { row, text } of others)
    if (text !== first?.text)
      report.fault(
        row,
        'occasion',
        `${thing.id} has another occasion in ${first ? rowInWords(first.row) : ''}; keep one.`,
      );
  return first?.text ?? null;
}

/** The facts with their identities, and those that a merge made one. */
export interface Facts {
  readonly facts: readonly CheckedFact[];
  /** Ids of facts that became the same as another by a merge of what they name; the other stays. */
  readonly united: readonly Merge[];
}

interface Noted {
  readonly fact: CheckedFact;
  /** Index of its first row. */
  readonly at: number;
  /** Whether a row of it is at fault. */
  readonly unread: boolean;
  /** Whether a row of it said something of another id before a merge. */
  readonly renamed: boolean;
}

/** What is known of the rows of a group beside their cells. */
export interface Told {
  readonly indexOf: ReadonlyMap<Row, number>;
  /** Rows that said something of another id before a merge. */
  readonly renamed: ReadonlySet<Row>;
}

/** Gathers facts with their identities, thing by thing. */
export class Identities {
  private readonly noted: Noted[] = [];

  note(thing: Thing, { indexOf, renamed }: Told, report: Report): void {
    if (!isFact(thing)) return;
    const { id, kind, rows } = thing;
    const occasion = occasionOf(thing, report);
    const [first] = rows;
    this.noted.push({
      fact: { id, kind: kind.kind, identity: identityIn(thing, occasion), occasion },
      at: (first && indexOf.get(first)) ?? -1,
      unread: rows.some((row) => report.isFaulty(row)),
      renamed: rows.some((row) => renamed.has(row)),
    });
  }

  /** All in the order of their ids; two ids with one identity are a fault, unless a merge of what they name made it so. */
  all(rowAt: (index: number) => Row | undefined, report: Report): Facts {
    const united: Merge[] = [];
    const byIdentity = new Map<string, Noted>();
    this.noted.sort((a, b) => (a.fact.id < b.fact.id ? -1 : 1));
    for (const one of this.noted) {
      const { fact, at, unread, renamed } = one;
      const { id } = fact;
      const other = unread ? undefined : byIdentity.get(fact.identity);
      if (other && (renamed || other.renamed))
        united.push(renamed ? { from: id, into: other.fact.id } : { from: other.fact.id, into: id });
      else if (other) {
        const [row, first] = [rowAt(at), rowAt(other.at)];
        const message = `${id} is the same fact as ${other.fact.id} in ${first ? rowInWords(first) : ''}; give them one id, or each an occasion.`;
        if (row) report.fault(row, 'id', message);
      }
      if (!unread && !other) byIdentity.set(fact.identity, one);
    }
    return { facts: this.noted.map(({ fact }) => fact), united };
  }
}
