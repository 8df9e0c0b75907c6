/** Somebody or something as a register names it. */
export interface Said {
  /** The name, as the register writes it. */
  readonly name: string;
  /** A code or reference that the register gives beside the name, for example EG or XM-DAC-41114. */
  readonly code?: string | undefined;
  /** Id of the country that the register places it in, for agencies and initiatives. */
  readonly country?: string | null | undefined;
  /** Where it stands, for the list of what is in doubt. */
  readonly file: string;
  readonly line: number;
}

/** What can be in doubt; a Country is a text that may stand for a country. */
export const DOUBTED = ['Country', 'Group', 'Agency', 'Initiative'] as const;
/** One of them. */
export type Doubted = (typeof DOUBTED)[number];

/** Something that could not be told surely; a person settles it in a file. */
export interface Doubt {
  readonly kind: Doubted;
  readonly said: Said;
  /** Id under which it is kept apart; null where what is said of it is left out. */
  readonly own: string | null;
  /** Ids of what it may be, the likeliest first, at most five; empty where nothing comes near. */
  readonly mayBe: readonly string[];
}

/**
 * Tells which thing of the graph a register means; asked by every reader of registers. A name and code that are both
 * empty mean nobody: readers leave them out before they ask.
 */
export interface WhoIsWho {
  /** Id of the country that a code or a name in any of the known languages stands for; null when in doubt. */
  country(said: Said): string | null;
  /**
   * Id of an actor of whichever kind, where a column holds countries, groups and agencies alike ("Sweden", "African Group",
   * "UNDP"): the country, group or agency that it surely is, else an agency as `agency` has it. Null when it is in doubt
   * which country or group is meant.
   */
  actor(said: Said): string | null;
  /** Id of the group, the graph's own where it is surely the same, else one minted from its name. */
  group(said: Said): string;
  /** Id of the agency, the graph's own where it is surely the same, else one minted from its name and country. */
  agency(said: Said): string;
  /** Id of the initiative, in the same way. */
  initiative(said: Said): string;
  /** Name that the graph shows for an id; undefined for what is new, so that its row must name it. */
  shownName(id: string): string | undefined;
  /** Whether the graph has the id, or it was minted since. */
  isKnown(id: string): boolean;
  /** What stayed in doubt so far, each once. */
  readonly doubts: readonly Doubt[];
}
