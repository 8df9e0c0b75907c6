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

/** Something that could not be told surely; a person settles it in a file. */
export interface Doubt {
  readonly kind: 'Country' | 'Agency' | 'Initiative';
  readonly said: Said;
  /** Ids of what it may be, the likeliest first; empty where nothing comes near. */
  readonly mayBe: readonly string[];
}

/** Tells which thing of the graph a register means; asked by every reader of registers. */
export interface WhoIsWho {
  /** Id of the country or group that a code or a name in any of the known languages stands for; null when in doubt. */
  country(said: Said): string | null;
  /** Id of the agency, the graph's own where it is surely the same, else one minted from its name and country. */
  agency(said: Said): string;
  /** Id of the initiative, in the same way. */
  initiative(said: Said): string;
  /** What stayed in doubt so far, each once. */
  readonly doubts: readonly Doubt[];
}
