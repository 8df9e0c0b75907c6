import { ID } from 'type-graphql';
import type { NodeRow } from '../../../graph/reads/projection.js';
import type { Cards } from '../../../graph/reads/ties/tie-facts.js';
import type { Count } from '../../../model/rules/tie-sums.js';
import { language, type Language } from '../../../model/values/language.js';
import { objectType, type ArgPlan } from '../../types/declare.js';
import { enumOf } from '../../types/enums.js';
import { shownName } from '../../types/names.js';
import { whole } from '../../types/plans.js';

/** A count with what its heading is called: nodes whose names stand with a dash between, or words. */
export interface CountRow extends Count {
  readonly called: readonly NodeRow[] | string;
}

const lang: Readonly<Record<string, ArgPlan>> = {
  lang: {
    type: enumOf(language),
    defaultValue: 'EN',
    description: 'The language asked for, for example FR.',
  },
};

objectType('TieCount', 'How many ties and facts there are under one heading, and what they weigh.', {
  key: {
    type: () => ID,
    nullable: true,
    description:
      'The heading: id of a topic, kind of fact, year, form of cooperation, or two ids of groups with "|" between; null for what has none.',
  },
  name: {
    type: () => String,
    args: lang,
    description: 'The heading in words, names in the asked language where known.',
    resolve: ({ called }: CountRow, args: { lang: Language | null }) =>
      typeof called === 'string'
        ? called
        : called.map((node) => shownName(node, args.lang ?? 'EN').name).join(' – '),
  },
  ties: whole('Ties, or edges, with a fact under the heading.'),
  facts: whole('Facts under the heading, each once.'),
  weight: whole('What the ties weigh by their facts under the heading.'),
});

/** The count with its heading named: by the cards of the things that the key names, else in words. */
export function countRow(count: Count, cards: Pick<Cards, 'get'>, none = 'none'): CountRow {
  const { key } = count;
  if (key === null) return { ...count, called: none };
  const named = key.split('|').flatMap((id) => cards.get(id) ?? []);
  return { ...count, called: named.length > 0 ? named : key };
}
