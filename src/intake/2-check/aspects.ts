import { about } from '../../model/claim.js';
import type { Kind } from '../../model/declaration.js';
import { attributesOf, boundsFaults, valueInCell } from './attributes.js';
import type { Cells } from './cells.js';
import { partiesIn } from './parties.js';
import { periodIn } from './periods.js';
import { oneOfKinds, type References } from './references.js';
import type { Report } from './report.js';
import { endsOf, hasPeriod, type Aspect } from './statement.js';

/** Everything that the cells of a row say of its thing, without its existence. */
export function aspectsOf(
  kind: Kind,
  id: string,
  cells: Cells,
  references: References,
  report: Report,
): Aspect[] {
  const aspects: Aspect[] = [];
  for (const [name, attribute] of Object.entries(attributesOf(kind))) {
    const value = valueInCell(cells, name, attribute, report);
    if (value !== undefined) aspects.push({ about: about.attribute(name), value, column: name });
  }
  for (const [name, end] of Object.entries(endsOf(kind))) {
    const targets = cells.list(name, report);
    if (!end.many && targets.length > 1)
      report.fault(
        cells.row,
        name,
        "Only one may stand here; keep one, and state another source's in a row of its own.",
      );
    for (const target of targets) {
      if (target === id)
        report.fault(cells.row, name, 'A thing cannot be tied to itself; name another or empty the cell.');
      else if (references.names(cells.row, name, target, oneOfKinds(end.to)))
        aspects.push({ about: about.end(name, target), value: null, column: name, end: { name, target } });
    }
  }
  if (hasPeriod(kind)) {
    const value = periodIn(cells, 'period', id, references, report);
    if (value) aspects.push({ about: about.period, value, column: 'period' });
  }
  if (kind.sort === 'fact' && kind.parties.most !== 0)
    for (const party of partiesIn(cells, kind, references, report))
      aspects.push({ about: about.party(party), value: party, column: 'party' });
  boundsFaults(cells, report);
  return aspects;
}
