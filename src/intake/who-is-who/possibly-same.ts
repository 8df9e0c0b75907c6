import { NAMES_ALIKE } from '../../graph/reads/who-is-who.js';
import type { Register } from '../1-read/register.js';
import type { Row } from '../1-read/row.js';
import type { Doubt, WhoIsWho } from './who-is-who.js';

/**
 * Rows that say of each thing in doubt what it possibly is, INFERRED, so that questions can take the two together. Nobody
 * needs to take them back: once a person has settled the doubt, the next import no longer says so.
 */
export function possiblySameRows(
  { rows, sources }: Omit<Register, 'rows'> & { readonly rows: Iterable<Row> },
  who: Pick<WhoIsWho, 'doubts' | 'shownName'>,
): Row[] {
  const { doubts } = who;
  const asked = new Set(doubts.flatMap(({ own, mayBe }) => (own === null ? [] : [own, ...mayBe])));
  const stated = new Map<string, Row>();
  for (const row of asked.size > 0 ? rows : []) {
    const id = row.kind === 'claim' ? undefined : row.cells.get('id');
    if (id !== undefined && asked.has(id) && !stated.has(id)) stated.set(id, row);
  }
  const isThere = (id: string): boolean => stated.has(id) || who.shownName(id) !== undefined;
  const made = new Map<string, Row>();
  for (const doubt of doubts) {
    const { own } = doubt;
    if (own === null || !isThere(own)) continue;
    const place = stated.get(own)?.cells;
    const source = place?.get('source') ?? sources[0];
    for (const other of doubt.mayBe)
      if (source !== undefined && isThere(other) && !made.has(`${own} ${other}`))
        made.set(`${own} ${other}`, claimRow(doubt, own, other, source, place?.get('locator')));
  }
  return [...made.values()];
}

function claimRow(
  { said }: Doubt,
  own: string,
  other: string,
  source: string,
  locator = said.name.slice(0, 200),
): Row {
  const cells = {
    target: own,
    about: `possiblySameAs:${other}`,
    source,
    locator,
    certainty: 'INFERRED',
    reason: `It is named much like ${other}, and nobody has settled yet whether it is the same.`,
    basis: NAMES_ALIKE,
  };
  return { file: said.file, line: said.line, kind: 'claim', cells: new Map(Object.entries(cells)) };
}
