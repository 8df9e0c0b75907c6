import { describe, expect, it } from 'vitest';
import { CLAIM_COLUMNS, columnsOf, EVIDENCE_COLUMNS } from '../../src/model/columns.js';
import type { Attribute, End, Kind } from '../../src/model/declaration.js';
import { ENTITY_KINDS, kindNamed, KINDS } from '../../src/model/kinds.js';
import { fileOf } from '../../src/intake/1-read/files.js';
import { attributesOf } from '../../src/intake/2-check/attributes.js';
import { endsOf, hasPeriod } from '../../src/intake/2-check/statement.js';
import { faultsIn, linesOf, plus, rowsOf, type Cells, type World } from './world.js';

const idIn = (kindName: string): string => `${kindNamed(kindName)?.prefix ?? ''}/other`;
const targetOf = ({ to }: End): string => idIn(to.find((name) => name !== 'Fact') ?? '');

const EVIDENCE: Cells = {
  source: 'document/other',
  locator: '4',
  voice: 'country/other',
  voiceCapacity: 'CHAIR',
  relayedBy: 'agency/other',
  certainty: 'INFERRED',
  reason: 'It follows.',
  basis: 'RULE:joint-initiative',
  inferredFrom: 'meeting/other#existence',
  stance: 'SUPPORTS',
  claimStatus: 'ACCEPTED',
};
const PERIOD: Cells = { period: '2013-05', notBefore: 'meeting/other', notAfter: 'meeting/later' };
const PARTY: Cells = {
  capacity: 'HOST',
  office: 'Minister',
  officeHolder: 'M. Person',
  through: 'group/other',
  low: '1',
  high: '2',
  words: 'one or two',
  from: '2013-01-01',
  to: '2013-12-31',
};

function sample({ type, list, enumeration }: Attribute): string {
  if (enumeration) return Object.keys(enumeration.values)[0] ?? '';
  const one = {
    text: 'some text',
    integer: '5',
    decimal: '5.5',
    boolean: 'yes',
    day: '2013-05-06',
    enum: '',
  }[type];
  return list ? `${one} | another` : one;
}

/** A row with every column filled. */
function full(kind: Kind): Cells {
  const own = {
    ...Object.fromEntries(Object.entries(endsOf(kind)).map(([name, end]) => [name, targetOf(end)])),
    ...(hasPeriod(kind) ? PERIOD : {}),
    ...(kind.kind === 'Source' ? {} : EVIDENCE),
    ...Object.fromEntries(
      Object.entries(attributesOf(kind)).map(([name, attribute]) => [name, sample(attribute)]),
    ),
  };
  const id = `${kind.prefix}/full`;
  if (kind.sort === 'entity') return { id, ...own };
  const [role] = Object.keys(kind.roles);
  return { id, occasion: 'first', ...(role ? { party: `country/other:${role}`, ...PARTY } : {}), ...own };
}

/** A row of an entity with no more than it must have. */
function bare(kind: Kind, id: string): Cells {
  const needed = Object.entries(endsOf(kind)).filter(([, { least }]) => least > 0);
  return {
    id,
    name: 'Other',
    ...Object.fromEntries(needed.map(([name, end]) => [name, targetOf(end)])),
    ...(kind.kind === 'Source' ? {} : { source: 'document/other', locator: '1' }),
  };
}

const FULL: World = KINDS.reduce<World>((world, kind) => plus(world, { [fileOf(kind.kind)]: [full(kind)] }), {
  ...Object.fromEntries(
    ENTITY_KINDS.map((kind) => [fileOf(kind.kind), [bare(kind, `${kind.prefix}/other`)]]),
  ),
  'claims.csv': [
    {
      target: 'meeting/full',
      about: 'period',
      value: '2013',
      notBefore: 'meeting/other',
      notAfter: 'meeting/later',
      ...EVIDENCE,
      locator: '9',
    },
  ],
});
const WORLD = plus(FULL, {
  'entities/meetings.csv': [bare(kindNamed('Meeting') as Kind, 'meeting/later')],
  'claims.csv': [],
});

const ROWS = rowsOf(WORLD);

const CHOICES = ['voiceCapacity', 'certainty', 'stance', 'claimStatus', 'capacity', 'basis'];
const TEXTS = ['locator', 'reason', 'occasion', 'office', 'officeHolder', 'words'];

/** What is no value of a column, and what its fault says. */
function spoilt(kind: Kind | 'claim', column: string): readonly [cell: string, message: RegExp] {
  const attribute = kind === 'claim' ? undefined : attributesOf(kind)[column];
  if (attribute?.enumeration || CHOICES.includes(column))
    return ['NOPE', /"NOPE" is no .*; (use one of|write) /];
  if (attribute?.type === 'text' || TEXTS.includes(column))
    return ['someone@office.example', /e-mail address; name the office/];
  if (attribute?.type === 'boolean') return ['maybe', /"maybe" is neither yes nor no; write/];
  if (attribute?.type === 'day' || column === 'from' || column === 'to')
    return ['today', /"today" is not a day/];
  if (attribute || column === 'low' || column === 'high')
    return ['many', /"many" is not a .*number; write digits/];
  if (column === 'id') return ['Full', /"Full" is no id of this file; write /];
  if (column === 'party') return ['country/other', /not an actor with a role; write /];
  if (column === 'period' || column === 'value') return ['soon', /The period "soon" .* Write /];
  if (column === 'inferredFrom')
    return ['meeting/other#place', /No row makes the claim "meeting\/other#place"; write /];
  if (column === 'about') return ['colour', /"colour" is nothing of the kind Meeting; write /];
  return ['nothing/here', /"nothing\/here" starts with no known kind; start it /];
}

const cases = [...KINDS, 'claim' as const].flatMap((kind) => {
  const file = kind === 'claim' ? 'claims.csv' : fileOf(kind.kind);
  const columns = kind === 'claim' ? CLAIM_COLUMNS : columnsOf(kind);
  const names = [...new Set(columns.map(({ name }) => name))];
  return names
    .filter(
      (name) =>
        !(
          kind !== 'claim' &&
          kind.kind === 'Source' &&
          EVIDENCE_COLUMNS.some((column) => column.name === name)
        ),
    )
    .map((column) => ({ file, column, index: (WORLD[file]?.length ?? 1) - 1, spoilt: spoilt(kind, column) }));
});

describe('every column of every kind', () => {
  it('is read when it is filled rightly', () => {
    const filled = cases.filter(
      ({ file, column, index }) => !WORLD[file]?.[file === 'entities/meetings.csv' ? 1 : index]?.[column],
    );
    expect(filled).toEqual([]);
    expect(linesOf(WORLD)).toEqual([]);
  });

  it.each(cases)('tells its fault: $file $column', ({ file, column, index, spoilt: [cell, message] }) => {
    const at = file === 'entities/meetings.csv' ? 1 : index;
    const rows = ROWS.map((row) =>
      row.file === file && row.line === at + 2
        ? { ...row, cells: new Map([...row.cells, [column, cell]]) }
        : row,
    );
    const places = faultsIn(rows);
    const direct = places.filter((place) => place.file === file && place.line === at + 2);
    expect(direct).toEqual([
      { file, line: at + 2, column, message: expect.stringMatching(message) as string },
    ]);
  });
});
