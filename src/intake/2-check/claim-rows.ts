import { about as aboutOf } from '../../model/claim.js';
import type { Kind } from '../../model/declaration.js';
import { kindOfId } from '../../model/kinds.js';
import { capacity } from '../../model/values/capacity.js';
import { attributesOf, valueInCell } from './attributes.js';
import type { Cells } from './cells.js';
import { partyOf, roleFault } from './parties.js';
import { periodIn } from './periods.js';
import { ACTOR, ANYTHING, oneOfKinds, type References } from './references.js';
import type { Report } from './report.js';
import { valueIn } from './scalars.js';
import { endsOf, hasPeriod, type Aspect } from './statement.js';

/** What a row of claims.csv says, and of what. */
export interface Aimed {
  readonly target: string;
  readonly aspect: Aspect;
}

/** A declared thing by its name; names that every object has, such as constructor, are none. */
const own = <V>(declared: Readonly<Record<string, V>>, name: string): V | undefined =>
  Object.hasOwn(declared, name) ? declared[name] : undefined;

/** What claims can be about for a kind, in words. */
function aboutsOf(kind: Kind): string {
  const ends = Object.keys(endsOf(kind)).map((name) => `${name}:id`);
  const parties = kind.sort === 'fact' && kind.parties.most !== 0 ? ['party:id:role'] : [];
  const period = hasPeriod(kind) ? ['period'] : [];
  return ['existence', ...period, ...parties, ...ends, ...Object.keys(attributesOf(kind))].join(', ');
}

/** A claim of existence, of one end or of one party: what about says is all that it says. */
function tieIn(
  cells: Cells,
  target: string,
  kind: Kind,
  references: References,
  report: Report,
): Aspect | null {
  const { row } = cells;
  const about = cells.text('about');
  const wrong = (message: string): null => {
    report.fault(row, 'about', message);
    return null;
  };
  if (about === aboutOf.existence) return { about, value: null, column: 'about' };
  const [first = '', id = '', role = '', as = 'OWN', ...more] = about.split(':');
  const end = own(endsOf(kind), first);
  if (end && role === '') {
    if (id === target) return wrong('A thing cannot be tied to itself; name another.');
    if (!references.names(row, 'about', id, oneOfKinds(end.to))) return null;
    return { about, value: null, column: 'about', end: { name: first, target: id } };
  }
  if (first !== 'party' || kind.sort !== 'fact' || kind.parties.most === 0 || more.length > 0)
    return wrong(`"${about}" is nothing of the kind ${kind.kind}; write one of ${aboutsOf(kind)}.`);
  const roleWrong = roleFault(kind, role);
  if (roleWrong) return wrong(roleWrong);
  const parsed = valueIn(capacity, as);
  if ('wrong' in parsed) return wrong(parsed.wrong);
  if (!references.names(row, 'about', id, ACTOR)) return null;
  const party = partyOf(id, role, parsed.value);
  return { about: aboutOf.party(party), value: party, column: 'about' };
}

/** Reads one row of claims.csv: what it is about, and the value. */
export function aspectIn(cells: Cells, references: References, report: Report): Aimed | null {
  const { row } = cells;
  const target = cells.text('target');
  const about = cells.text('about');
  const wrong = (column: string, message: string): null => {
    report.fault(row, column, message);
    return null;
  };
  if (!cells.isGiven('about'))
    wrong('about', 'The row does not say what it is about; write for example existence.');
  if (!cells.isGiven('target'))
    return wrong('target', 'The row has no target; give the id of a fact or entity.');
  const there = target !== '' && references.names(row, 'target', target, ANYTHING);
  const kind = kindOfId(target);
  if (!there || !kind || about === '') return null;

  if (about === aboutOf.period && hasPeriod(kind)) {
    const value = periodIn(cells, 'value', target, references, report);
    if (value) return { target, aspect: { about, value, column: 'about' } };
    const given = ['value', 'notBefore', 'notAfter'].some((column) => cells.isGiven(column));
    return given ? null : wrong('value', 'The claim gives no period; fill value, notBefore or notAfter.');
  }
  const attribute = own(attributesOf(kind), about);
  const aspect = attribute ? null : tieIn(cells, target, kind, references, report);
  if (!attribute && !aspect) return null;
  for (const column of ['notBefore', 'notAfter'])
    if (cells.isGiven(column)) wrong(column, 'Only a claim about the period has this; empty the cell.');
  if (attribute) {
    if (!cells.isGiven('value'))
      return wrong('value', `The claim gives no value for ${about}; fill the column value.`);
    const value = valueInCell(cells, 'value', attribute, report);
    return value === undefined ? null : { target, aspect: { about, value, column: 'value' } };
  }
  if (aspect && cells.isGiven('value'))
    return wrong('value', 'A claim of existence, an end or a party has no value; empty the cell.');
  return aspect && { target, aspect };
}
