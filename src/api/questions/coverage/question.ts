import type { GraphQLResolveInfo } from 'graphql';
import { ID } from 'type-graphql';
import { readCoverage, type CoverageRows, type SourceRow } from '../../../graph/reads/coverage.js';
import { Country } from '../../../model/entities/country.js';
import { Document } from '../../../model/entities/document.js';
import { Paragraph } from '../../../model/entities/paragraph.js';
import { Source } from '../../../model/entities/source.js';
import { absent } from '../../../model/faults.js';
import { FACT_KINDS, kindNamed } from '../../../model/kinds.js';
import {
  answersFor,
  coverageStateOf,
  coverOf,
  type Cover,
  type CoverageScope,
} from '../../../model/rules/coverage.js';
import type { CoverageState } from '../../../model/values/coverage.js';
import type { ApiContext } from '../../context.js';
import { CONNECTION, projectionOf } from '../../projection-of.js';
import { pageOf } from '../../types/connection.js';
import { classNamed, questionsClass } from '../../types/declare.js';
import { pageArgs } from '../../types/page-args.js';
import { cursorOf } from '../cursor.js';
import { idAsked, idOfKind } from '../ids.js';
import { pageAsked } from '../page-asked.js';
import './types.js';
import { kindInWords, readingOf, unitsInWords, unknownFrom } from './words.js';

interface Given {
  readonly document?: string | null;
  readonly country?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

const FIELD = 'coverage';

const coversOf = (texts: readonly string[]): Cover[] => texts.flatMap((text) => coverOf(text) ?? []);

/** Each kind of fact over all sources. */
function kindsOver({ covers, facts }: CoverageRows, scope: CoverageScope): object[] {
  const bySource = covers.map(({ source, covers: texts }) => ({ source, covers: coversOf(texts) }));
  const all = bySource.flatMap((one) => one.covers);
  return facts.map(({ kind, facts: count }) => {
    const state = coverageStateOf(count, all, kind, scope);
    return {
      kind,
      facts: count,
      state,
      completeSources: bySource
        .filter((one) => one.covers.some((cover) => answersFor(cover, kind, scope)))
        .map(({ source }) => source),
      inWords: kindInWords(kind, count, state),
    };
  });
}

interface FromSource {
  readonly kind: string;
  readonly things: number;
  readonly claims: number;
  readonly state: CoverageState | null;
}

function kindsFrom(row: SourceRow, covers: readonly Cover[], scope: CoverageScope): FromSource[] {
  const found = new Map(row.kinds.map((one) => [one.kind, one]));
  const listed = new Map(row.listed.map(({ kind, things }) => [kind, things]));
  const facts = FACT_KINDS.map(({ kind }): FromSource => {
    const { things = 0, claims = 0 } = found.get(kind) ?? {};
    return { kind, things, claims, state: coverageStateOf(things, covers, kind, scope) };
  });
  const entities = [...new Set([...found.keys(), ...listed.keys()])]
    .filter((kind) => kindNamed(kind)?.sort === 'entity')
    .sort()
    .map((kind): FromSource => {
      const { things = 0, claims = 0 } = found.get(kind) ?? {};
      return { kind, things: things + (listed.get(kind) ?? 0), claims, state: null };
    });
  return [...facts, ...entities];
}

const extreme = (days: readonly (string | null)[], last: boolean): string | null => {
  const known = days.filter((day) => day !== null).sort();
  return (last ? known.at(-1) : known[0]) ?? null;
};

function coverageOf(row: SourceRow, scope: CoverageScope): object {
  const isText = row.source.kind === 'Document';
  const covers = coversOf(row.covers);
  const kinds = kindsFrom(row, covers, scope);
  const dated = row.kinds.filter(({ kind }) => {
    const declared = kindNamed(kind);
    return declared?.sort === 'fact' && declared.time !== 'timeless';
  });
  const uncovered = kinds.filter(({ state }) => state === 'NOT_COVERED').map(({ kind }) => kind);
  const selective = covers
    .filter(({ completeness }) => completeness === 'SELECTIVE')
    .map(({ kind, extent }) => `${kind} (${extent})`);
  return {
    source: row.source,
    units: isText
      ? {
          inText: row.units,
          entered: row.entered,
          cited: row.cited,
          without: row.without,
          inWords: unitsInWords(row),
        }
      : null,
    kinds,
    countries: row.countries,
    earliest: extreme(
      dated.map(({ earliest }) => earliest),
      false,
    ),
    latest: extreme(
      dated.map(({ latest }) => latest),
      true,
    ),
    undated: dated.reduce((sum, { undated }) => sum + undated, 0),
    covers,
    cannotBeKnown: unknownFrom(row, isText, uncovered, selective),
  };
}

async function resolve(
  _root: undefined,
  given: Given,
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<object> {
  const source = given.document
    ? idAsked(
        given.document.includes('/') ? given.document : `${Document.prefix}/${given.document}`,
        'document',
        ['Document', 'Source'],
      )
    : null;
  const country = given.country ? idOfKind(given.country, 'country', Country) : null;
  const page = pageAsked(given, FIELD, (key) => /^(document|source)\//.test(key));
  const below = (...field: string[]): string[][] => CONNECTION.map((row) => [...row, ...field]);
  const rows = await readCoverage(door, asking, { source, country }, page, {
    source: projectionOf(info, [Document, Source], below('source')),
    paragraph: projectionOf(info, [Paragraph], below('units', 'without')),
  });
  if (country !== null && rows.country === null) throw absent('country', country, 'countries');
  if (source !== null && rows.sources.length === 0 && page.after === null)
    throw absent('document', source, 'documents');
  const scope = { country, groups: rows.groups };
  const edges = rows.sources.map((row) => ({ cursor: cursorOf(row.id), node: coverageOf(row, scope) }));
  return {
    kinds: kindsOver(rows, scope),
    ...pageOf(edges, rows.hasNext, page.after),
    reading: readingOf(source, country),
    graphVersion: rows.version,
  };
}

/** What is recorded, and what cannot be known. */
export const CoverageQuestion = questionsClass('CoverageQuestion', {
  coverage: {
    type: () => classNamed('CoverageConnection'),
    description:
      'What is recorded and what cannot be known: by kind of fact, and from each document and register; "no fact" is told from "not covered". For example coverage(document: "document/nairobi-draft").',
    args: {
      document: {
        type: () => ID,
        nullable: true,
        description:
          'Id of one Document or Source, for example document/nairobi-draft; all that were taken in when left out.',
      },
      country: {
        type: () => ID,
        nullable: true,
        description:
          'Counts only facts to which this country is a party, itself or through national agencies; for example country/egy.',
      },
      ...pageArgs,
    },
    resolve,
  },
});
