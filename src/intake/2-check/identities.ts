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

/** The facts with their identities; two ids with one identity are a fault, unless a merge of what they name made it so. */
export function factsOf(things: readonly Thing[], report: Report, renamed: ReadonlySet<Row>): Facts {
  const united: Merge[] = [];
  const isRenamed = ({ rows }: Thing): boolean => rows.some((row) => renamed.has(row));
  const byIdentity = new Map<string, FactThing>();
  const facts = things.filter(isFact).map((thing) => {
    const { id, kind, rows } = thing;
    const occasion = occasionOf(thing, report);
    const identity = identityIn(thing, occasion);
    const unread = rows.some((row) => report.isFaulty(row));
    const other = unread ? undefined : byIdentity.get(identity);
    const [row] = rows;
    const [otherRow] = other?.rows ?? [];
    if (other && (isRenamed(thing) || isRenamed(other)))
      united.push(isRenamed(thing) ? { from: id, into: other.id } : { from: other.id, into: id });
    else if (other && row && otherRow)
      report.fault(
        row,
        'id',
        `${id} is the same fact as ${other.id} in ${rowInWords(otherRow)}; give them one id, or each an occasion.`,
      );
    if (!unread) byIdentity.set(identity, other ?? thing);
    return { id, kind: kind.kind, identity, occasion };
  });
  return { facts, united };
}
