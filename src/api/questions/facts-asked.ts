import { asksForHidden } from '../../graph/reads/fact-conditions.js';
import type { DeclaredFilter, EvidenceFilter, FactFilter, PartyFilter } from '../../graph/reads/filters.js';
import { holders } from '../../graph/reads/containment.js';
import type { Grouping } from '../../graph/reads/grouping.js';
import { endsOf } from '../../graph/model-names.js';
import type { End, FactKind, Kind } from '../../model/declaration.js';
import { Fault } from '../../model/faults.js';
import { VISIBLE, type Certainty, type Status } from '../../model/values/certainty.js';
import type { GroupingEnds } from '../../model/values/grouping.js';
import type { Identity } from '../../model/values/identity.js';
import type { Modality } from '../../model/values/modality.js';
import type { Stage } from '../../model/values/stage.js';
import { beneathInput, declaredInputs, exactlyInput } from '../types/filters.js';
import { idAsked, idsAsked, listAsked } from './ids.js';

type Given<T> = { readonly [K in keyof T]?: T[K] | null | undefined };

interface Days {
  readonly from: string;
  readonly to: string;
}

/** The shared part of every filter over facts, as it arrives. */
export type FactsAsked = Given<{
  readonly kinds: readonly string[];
  readonly actors: Given<PartyFilter>;
  readonly topics: Given<{ readonly ids: readonly string[]; readonly exact: boolean }>;
  readonly grouping: GroupingAsked;
  readonly meeting: string;
  readonly initiative: string;
  readonly dated: Given<Days>;
  readonly holds: Given<Days & { readonly overlap: string }>;
  readonly stages: readonly Stage[];
  readonly modalities: readonly Modality[];
  readonly evidence: EvidenceAsked;
  readonly identity: Identity;
}>;

/** A Grouping as it arrives. */
export type GroupingAsked = Given<{
  readonly group: string;
  readonly version: string;
  readonly date: string;
  readonly membership: string;
  readonly ends: GroupingEnds;
}>;

/** The EvidenceFilter as it arrives. */
export type EvidenceAsked = Given<{
  readonly minCertainty: Certainty;
  readonly statuses: readonly Status[];
  readonly documents: readonly string[];
  readonly paragraphs: readonly string[];
  readonly minDocuments: number;
  readonly mayBePassedOn: boolean;
  readonly independentOnly: boolean;
}>;

// Each asked actor is a condition of its own, so their number shapes the statement.
const EVERY_MOST = 10;

/** Leaves out what was not given, or was given as null. */
function given<T extends object>(parts: { readonly [K in keyof T]: T[K] | null | undefined }): T {
  return Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== null && part !== undefined),
  ) as T;
}

/** A range of days, checked. */
export function daysAsked(
  { from, to }: Given<Days>,
  argument: string,
): { readonly from?: string; readonly to?: string } {
  if (from && to && from > to)
    throw new Fault('BAD_USER_INPUT', `${argument}: \`from\` lies after \`to\`.`, { details: { argument } });
  return given<{ from?: string; to?: string }>({ from, to });
}

/** An EvidenceFilter, checked. */
export function evidenceAsked(asked: EvidenceAsked, argument: string): EvidenceFilter {
  const evidence = given<EvidenceFilter>({
    minCertainty: asked.minCertainty,
    statuses: listAsked(asked.statuses, `${argument}.statuses`),
    documents: idsAsked(asked.documents, `${argument}.documents`, ['Document', 'Source']),
    paragraphs: idsAsked(asked.paragraphs, `${argument}.paragraphs`, ['Paragraph']),
    minDocuments: asked.minDocuments,
    mayBePassedOn: asked.mayBePassedOn,
    independentOnly: asked.independentOnly,
  });
  if (asksForHidden({ evidence })) {
    throw new Fault(
      'BAD_USER_INPUT',
      `${argument}.statuses takes ${VISIBLE.join(' and ')} only; others are reached by id.`,
      {
        details: { argument: `${argument}.statuses` },
      },
    );
  }
  return evidence;
}

/** A Grouping, checked; `fallback` is how many countries must belong where the client does not say. */
export function groupingAsked(asked: GroupingAsked, fallback: GroupingEnds, argument: string): Grouping {
  const surely = asked.membership === 'DEFINITELY';
  if (surely && !asked.date)
    throw new Fault(
      'BAD_USER_INPUT',
      `${argument}.membership: DEFINITELY says something only of a day; give \`date\` too.`,
      { details: { argument: `${argument}.membership` } },
    );
  return {
    group: idAsked(asked.group ?? '', `${argument}.group`, ['Group']),
    ...given<{ version?: string }>({ version: asked.version }),
    on: asked.date ?? null,
    surely,
    ends: asked.ends ?? fallback,
  };
}

/** Values as given; numbers that no amount in the graph can have, since it would not be held exactly, are refused. */
function heldExactly<T>(values: readonly T[] | undefined, argument: string): readonly T[] | undefined {
  const inexact = values?.some(
    (value) => typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER,
  );
  if (!inexact) return values;
  throw new Fault(
    'BAD_USER_INPUT',
    `${argument} takes numbers up to ${Number.MAX_SAFE_INTEGER}, which are held exactly.`,
    { details: { argument, limit: Number.MAX_SAFE_INTEGER } },
  );
}

/** Declared fields of a kind, checked. */
export function declaredAsked(kind: Kind, asked: object, argument = 'filter'): DeclaredFilter {
  const names = declaredInputs(kind);
  const lists = asked as Record<string, readonly string[] | null | undefined>;
  const found = (name: string, list: readonly string[] | undefined): [string, readonly string[]][] =>
    list ? [[name, list]] : [];
  const ids = (
    ends: readonly string[],
    input: (end: string) => string,
    allowed: (end: End) => readonly string[],
  ): Record<string, readonly string[]> =>
    Object.fromEntries(
      ends.flatMap((name) => {
        const end = endsOf(kind)[name];
        const field = input(name);
        return end ? found(name, idsAsked(lists[field], `${argument}.${field}`, allowed(end))) : [];
      }),
    );
  const exactly = ids(names.exactly, exactlyInput, ({ to }) => to);
  const beneath = ids(names.beneath, beneathInput, holders);
  return {
    values: Object.fromEntries(
      names.values.flatMap((name) =>
        found(name, heldExactly(listAsked(lists[name], `${argument}.${name}`), `${argument}.${name}`)),
      ),
    ),
    ends: ids(
      names.ends,
      (name) => name,
      ({ to }) => to,
    ),
    ...(Object.keys(exactly).length > 0 ? { exactly } : {}),
    ...(Object.keys(beneath).length > 0 ? { beneath } : {}),
  };
}

const ACTORS = ['Country', 'Agency', 'Group'];

/** An ActorChoice, checked; one that asks nothing would silently find everything that has parties. */
function partyAsked(asked: Given<PartyFilter>, argument: string): PartyFilter {
  const every = asked.every ?? false;
  const party = given<Omit<PartyFilter, 'every'>>({
    ids: idsAsked(asked.ids, `${argument}.ids`, ACTORS, every ? EVERY_MOST : undefined),
    roles: listAsked(asked.roles, `${argument}.roles`),
    capacities: listAsked(asked.capacities, `${argument}.capacities`),
    through: idsAsked(asked.through, `${argument}.through`, ACTORS),
    spokenFor: asked.spokenFor,
  });
  if (Object.keys(party).length > 0) return { ...party, every };
  throw new Fault(
    'BAD_USER_INPUT',
    `${argument} asks nothing; give ids, roles, capacities, through or spokenFor.`,
    { details: { argument } },
  );
}

/** A FactFilter or the filter of one kind, checked; a fault names the field and what it takes. */
export function factsAsked(
  asked: FactsAsked | null | undefined,
  kind?: FactKind,
  argument = 'filter',
): FactFilter {
  const { kinds, actors, topics, grouping, meeting, initiative, dated, holds, stages, modalities, evidence } =
    asked ?? {};
  return {
    ...given<FactFilter>({
      kinds: kind ? [kind.kind] : listAsked(kinds, `${argument}.kinds`),
      actors: actors && partyAsked(actors, `${argument}.actors`),
      topics: topics && {
        ids: idsAsked(topics.ids, `${argument}.topics.ids`, ['Topic']) ?? [],
        exact: topics.exact ?? false,
      },
      grouping: grouping && groupingAsked(grouping, 'ONE', `${argument}.grouping`),
      meeting: meeting && idAsked(meeting, `${argument}.meeting`, ['Meeting']),
      initiative: initiative && idAsked(initiative, `${argument}.initiative`, ['Initiative']),
      dated: dated && daysAsked(dated, `${argument}.dated`),
      holds: holds && { ...daysAsked(holds, `${argument}.holds`), surely: holds.overlap === 'DEFINITELY' },
      stages: listAsked(stages, `${argument}.stages`),
      modalities: listAsked(modalities, `${argument}.modalities`),
      evidence: evidence && evidenceAsked(evidence, `${argument}.evidence`),
    }),
    ...(asked?.identity === 'TOGETHER' ? { together: true } : {}),
    ...(kind && asked ? declaredAsked(kind, asked, argument) : {}),
  };
}
