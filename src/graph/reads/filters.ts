import type { Capacity } from '../../model/values/capacity.js';
import type { Certainty, Status } from '../../model/values/certainty.js';
import type { Modality } from '../../model/values/modality.js';
import type { Stage } from '../../model/values/stage.js';
import type { Grouping } from './grouping.js';

/** Declared fields of a kind, as a client filters by them. */
export interface DeclaredFilter {
  /** Property name to the values of which it must have one (for lists: hold one). */
  readonly values?: Readonly<Record<string, readonly (string | number | boolean)[]>>;
  /** Name of an end or link to the ids of which it must be tied to one. */
  readonly ends?: Readonly<Record<string, readonly string[]>>;
  /** Name of an end or link to the ids to which, and to no other, it must be tied. */
  readonly exactly?: Readonly<Record<string, readonly string[]>>;
  /** Name of an end or link to the ids of which its target must be one, or lie beneath one. */
  readonly beneath?: Readonly<Record<string, readonly string[]>>;
}

/** Evidence that a fact must have; the same everywhere. */
export interface EvidenceFilter {
  readonly minCertainty?: Certainty;
  /** ACCEPTED and DISPUTED by default; others are reached by id only. */
  readonly statuses?: readonly Status[];
  /** Ids of documents or sources, of which one must support the fact. */
  readonly documents?: readonly string[];
  /** Ids of paragraphs, of which one, or one that is part of it, must support the fact. */
  readonly paragraphs?: readonly string[];
  /** Least number of distinct documents that support it. */
  readonly minDocuments?: number;
  /** Leaves out facts that only sources support whose licence forbids passing on. */
  readonly mayBePassedOn?: boolean;
  /** In questions of several legs: leaves out answers one leg of which is only inferred from another. */
  readonly independentOnly?: boolean;
}

/** A span of ISO days; either side may be left open. */
export interface DayRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What a party must be; without ids, any actor that holds such a role. */
export interface PartyFilter {
  /** Actors of which one, or with `every` each, must be a party; a country also through its national agencies. */
  readonly ids?: readonly string[];
  readonly every: boolean;
  readonly roles?: readonly string[];
  readonly capacities?: readonly Capacity[];
  /** Speakers of which one must have spoken for it. */
  readonly through?: readonly string[];
  /** Whether somebody else must have spoken for it, or nobody. */
  readonly spokenFor?: boolean;
}

/** What facts are asked for; the same for all root fields. */
export interface FactFilter extends DeclaredFilter {
  /** Whether each thing named in the filter also stands for what is possibly the same. */
  readonly together?: boolean;
  readonly kinds?: readonly string[];
  readonly actors?: PartyFilter;
  /** Topics, one of which it must be on; narrower ones count unless `exact`. */
  readonly topics?: { readonly ids: readonly string[]; readonly exact: boolean };
  /** The group to which the named countries must belong. */
  readonly grouping?: Grouping;
  /** The meeting, or one that it is part of. */
  readonly meeting?: string;
  /** The initiative, or one that it is part of. */
  readonly initiative?: string;
  /** The day of its key (earliest start, else latest) lies in the range. */
  readonly dated?: DayRange;
  /** It held at some time in the range, surely or possibly. */
  readonly holds?: DayRange & { readonly surely: boolean };
  readonly stages?: readonly Stage[];
  readonly modalities?: readonly Modality[];
  readonly evidence?: EvidenceFilter;
}
