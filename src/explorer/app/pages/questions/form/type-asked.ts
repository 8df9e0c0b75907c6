import type { EntityKind } from '../../../entities/kinds.js';
import type { ModelWords } from '../../../texts/model-words.js';
import type { SavedInput, SavedVariable } from '../saved.js';

/** What a variable or a member takes, read from its type as GraphQL writes it. */
export interface TypeAsked {
  readonly list: boolean;
  readonly named: string;
  /** The input object that it takes; undefined for a scalar or a closed list. */
  readonly input: SavedInput | undefined;
}

export function typeAsked({ type }: Pick<SavedVariable, 'type'>, inputs: readonly SavedInput[]): TypeAsked {
  const named = type.replaceAll(/[[\]!]/g, '');
  return { list: type.startsWith('['), named, input: inputs.find(({ name }) => name === named) };
}

const ACTORS: readonly EntityKind[] = ['Country', 'Agency', 'Group'];

/** Kinds of things that ids are of, where neither the name nor the listing says it. */
const KINDS: Readonly<Record<string, readonly EntityKind[]>> = {
  addressees: ACTORS,
  bodies: ACTORS,
  documents: ['Document', 'Source'],
  focus: ['Country'],
  statedIn: ['Document'],
  through: ACTORS,
  toUnits: ['Paragraph'],
  'ActorChoice.ids': ACTORS,
  'TopicChoice.ids': ['Topic'],
};

/** The kinds from which a thing is picked; undefined where any will do. */
export function kindsAsked(
  { name, takes }: Pick<SavedVariable, 'name' | 'takes'>,
  owner: string | undefined,
): readonly EntityKind[] | undefined {
  const known = KINDS[`${owner}.${name}`] ?? KINDS[name];
  const said = takes?.match(/ids of (\w+)/)?.[1];
  return known ?? (said === undefined ? undefined : [said as EntityKind]);
}

/** A value of a closed list in the reader's language, where the interface has a word for it. */
export function valueWord(words: ModelWords, named: string, value: string): string | null {
  const list = Object.hasOwn(words, named) ? words[named as keyof ModelWords] : {};
  return (list as Readonly<Record<string, string>>)[value] ?? null;
}
