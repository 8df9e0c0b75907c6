import { columnsOf, LIST_SEPARATOR } from '../../model/columns.js';
import type { Attribute, End, Kind } from '../../model/declaration.js';

/** A thing of each kind that the seed has, so that the example could be taken in as it stands. */
const SEEDED: Readonly<Record<string, string>> = {
  Country: 'country/egy',
  Agency: 'agency/wipo',
  Group: 'group/g77',
  Initiative: 'initiative/wipo-south-south-project',
  Meeting: 'meeting/cairo-2013',
  Topic: 'topic/patents',
  Proposal: 'proposal/cairo-complete-activities',
  Document: 'document/wipo-conference-summary',
  Paragraph: 'paragraph/wipo-conference-summary-4',
  Fact: 'exchange/cairo-pharma-patents',
};

/** Columns that are left empty, since most rows need none of them. */
const RARE = ['possiblySameAs', 'versionOf', 'covers'];

function valueOf({ type, enumeration, list }: Attribute): string {
  switch (type) {
    case 'integer':
      return '12';
    case 'decimal':
      return '1.5';
    case 'boolean':
      return 'yes';
    case 'day':
      return '2013-05-06';
    case 'enum':
      return Object.keys(enumeration?.values ?? {})[0] ?? '';
    case 'text':
      return list ? `One ${LIST_SEPARATOR} Another` : 'In our own words';
  }
}

const endOf = ({ to }: End): string => SEEDED[to.find((name) => SEEDED[name] !== undefined) ?? ''] ?? '';

function partiesOf(kind: Kind): string {
  if (kind.sort !== 'fact' || kind.parties.most === 0) return '';
  const role = Object.keys(kind.roles)[0] ?? '';
  const actors = kind.parties.most === 1 ? ['country/egy'] : ['country/egy', 'country/ind'];
  return actors.map((actor) => `${actor}:${role}`).join(` ${LIST_SEPARATOR} `);
}

/** A row as a person might fill it in, by column; what most rows do not need is left out. */
export function exampleOf(kind: Kind): Map<string, string> {
  const ends: Readonly<Record<string, End>> = kind.sort === 'fact' ? kind.ends : kind.links;
  const cells = new Map<string, string>();
  for (const { name } of columnsOf(kind)) {
    const attribute = kind.attributes[name];
    const end = ends[name];
    if (RARE.includes(name)) continue;
    if (attribute) cells.set(name, valueOf(attribute));
    else if (end) cells.set(name, endOf(end));
  }
  cells.set('id', `${kind.prefix}/my-example`);
  if (kind.sort === 'entity') cells.set('name', 'A name');
  if (partiesOf(kind) !== '') cells.set('party', partiesOf(kind));
  if (kind.sort === 'fact' ? kind.time !== 'timeless' : kind.dated)
    cells.set('period', '2013-05-06/2013-05-08');
  if (kind.sort === 'fact') cells.set('occasion', 'Row 12');
  if (kind.kind !== 'Source') cells.set('source', 'document/wipo-conference-summary').set('locator', '4');
  return cells;
}
