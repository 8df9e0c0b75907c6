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

/** What claims can be about for a kind, in words. */
function aboutsOf(kind: Kind): string {
  const ends = Object.keys(endsOf(kind)).map((name) => `${name}:id`);
  const parties = kind.sort === 'fact' && kind.parties.most !== 0 ? ['party:id:role'] : [];
  const period = hasPeriod(kind) ? ['period'] : [];
  return ['existence', ...period, ...parties, ...ends, ...Object.keys(attributesOf(kind))].join(', ');
}

/** Reads one row of claims.csv: what it is about, and the value. */
export function aspectIn(
  cells: Cells,
  references: References,
  report: Report,
): { target: string; aspect: Aspect } | null {
  const { row } = cells;
  const target = cells.text('target');
  const about = cells.text('about');
  const wrong = (column: string, message: string): null => {
    report.fault(row, column, message);
    return null;
  };
  if (!cells.isGiven('target'))
    return wrong('target', 'The row has no target; give the id of a fact or entity.');
  if (!cells.isGiven('about'))
    wrong('about', 'The row does not say what it is about; write for example existence.');
  const there = target !== '' && references.names(row, 'target', target, ANYTHING);
  const kind = kindOfId(target);
  if (!there || !kind || about === '') return null;
  const made = (value: Aspect['value'], end?: Aspect['end']): { target: string; aspect: Aspect } => ({
    target,
    aspect: { about, value, column: 'about', ...(end ? { end } : {}) },
  });

  const attribute = attributesOf(kind)[about];
  if (attribute) {
    if (cells.isGiven('value')) {
      const value = valueInCell(cells, 'value', attribute, report);
      return value === undefined ? null : made(value);
    }
    return wrong('value', `The claim gives no value for ${about}; fill the column value.`);
  }
  if (about === aboutOf.period && hasPeriod(kind)) {
    const value = periodIn(cells, 'value', target, references, report);
    if (value) return made(value);
    return report.isFaulty(row)
      ? null
      : wrong('value', 'The claim gives no period; fill value, notBefore or notAfter.');
  }
  if (cells.isGiven('value'))
    return wrong('value', 'A claim of existence, an end or a party has no value; empty the cell.');
  if (about === aboutOf.existence) return made(null);
  const [first = '', id = '', role = '', as = 'OWN', ...more] = about.split(':');
  const end = endsOf(kind)[first];
  if (end && role === '') {
    if (id === target) return wrong('about', 'A thing cannot be tied to itself; name another.');
    return references.names(row, 'about', id, oneOfKinds(end.to))
      ? made(null, { name: first, target: id })
      : null;
  }
  if (first === 'party' && kind.sort === 'fact' && more.length === 0) {
    const known = references.names(row, 'about', id, ACTOR);
    const roleWrong = roleFault(kind, role);
    if (roleWrong) return wrong('about', roleWrong);
    const parsed = valueIn(capacity, as);
    if ('wrong' in parsed) return wrong('about', parsed.wrong);
    const party = partyOf(id, role, parsed.value);
    return known ? { target, aspect: { about: aboutOf.party(party), value: party, column: 'about' } } : null;
  }
  return wrong('about', `"${about}" is nothing that a ${kind.kind} has; write one of ${aboutsOf(kind)}.`);
}
