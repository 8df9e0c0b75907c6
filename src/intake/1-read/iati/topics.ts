import { Purpose } from '../../../model/facts/purpose.js';
import { Topic } from '../../../model/entities/topic.js';
import { codeIn, type Code } from './codes.js';
import { attributeOf, childrenOf, type Element } from './element.js';
import { factId } from './ids.js';
import { addRow, addRowOf, keepUnresolved, type Activity, type Reading } from './reading.js';

/** Code lists whose codes are topics, with the scheme that they are in the graph. */
const SCHEMES: Readonly<Record<string, { scheme: string; prefix: string }>> = {
  Sector: { scheme: 'dac-5', prefix: 'dac' },
  SectorCategory: { scheme: 'dac-3', prefix: 'dac' },
  'UNSDG-Goals': { scheme: 'sdg', prefix: 'sdg' },
  'UNSDG-Targets': { scheme: 'sdg', prefix: 'sdg' },
};

/** The code lists that a vocabulary of sectors or tags stands for; files of version 1 mix the two of DAC. */
const VOCABULARIES: Readonly<Record<string, readonly string[]>> = {
  'sector 1': ['Sector'],
  'sector 2': ['SectorCategory'],
  'sector 7': ['UNSDG-Goals'],
  'sector 8': ['UNSDG-Targets'],
  'sector DAC': ['Sector', 'SectorCategory'],
  'sector DAC-3': ['SectorCategory'],
  'tag 2': ['UNSDG-Goals'],
  'tag 3': ['UNSDG-Targets'],
};

/** Id of the topic of a code. */
const topicId = ({ list, code }: Code): string =>
  `topic/${SCHEMES[list]?.prefix ?? ''}-${code.toLowerCase().replaceAll('.', '-')}`;

/** The code that a sector or tag gives; undefined where no list here explains it. */
function codeOf(element: Element, older: boolean): Code | undefined {
  const usual = element.name === 'sector' ? (older ? 'DAC' : '1') : '';
  const vocabulary = `${element.name} ${attributeOf(element, 'vocabulary') ?? usual}`;
  const code = attributeOf(element, 'code') ?? '';
  const lists = Object.hasOwn(VOCABULARIES, vocabulary) ? VOCABULARIES[vocabulary] : undefined;
  return lists?.map((list) => codeIn(list, code)).find((found) => found !== undefined);
}

/** Topics that a file names, each with the line on which it first does. */
export type TopicsNamed = Map<string, { code: Code; line: number }>;

/**
 * The topics under which an activity is classed, as a Purpose that it serves: a sector is, as the code list says, a code
 * of the purpose of aid. Shares in percent are not taken in.
 */
export function topicsOf(activity: Activity, named: TopicsNamed): string[] {
  const ids = new Set<string>();
  const { element, reading, older } = activity;
  for (const one of [...childrenOf(element, 'sector'), ...childrenOf(element, 'tag')]) {
    const code = codeOf(one, older);
    if (!code) {
      const written = [attributeOf(one, 'vocabulary') ?? '', attributeOf(one, 'code') ?? one.text];
      keepUnresolved(activity, one.name, ...written);
      continue;
    }
    if (attributeOf(one, 'percentage') !== undefined) reading.passed.over('shares of sectors in percent');
    const id = topicId(code);
    if (ids.has(id)) reading.passed.over('topics given twice');
    ids.add(id);
    if (!named.has(id)) named.set(id, { code, line: one.line });
  }
  if (ids.size > 0)
    addRowOf(activity, Purpose, element.line, {
      id: factId('purpose', activity.key),
      occasion: activity.identifier,
      serves: activity.id,
      topics: [...ids].join(' | '),
    });
  return [...ids];
}

/** Rows of the topics that a file names: it gives the code, and the code list the name. */
export function topicRows(reading: Reading, named: TopicsNamed): void {
  const goals = [...named.values()].flatMap(({ code, line }): [string, { code: Code; line: number }][] => {
    const goal = code.list === 'UNSDG-Targets' ? codeIn('UNSDG-Goals', code.code.split('.')[0] ?? '') : null;
    return goal ? [[topicId(goal), { code: goal, line }]] : [];
  });
  const all = new Map([...goals, ...named]);
  for (const [id, { code, line }] of [...all].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const target = code.list === 'UNSDG-Targets';
    const name = target ? `SDG target ${code.code}` : code.name;
    addRow(reading, Topic, line, `${code.list} ${code.code}`, {
      id,
      name,
      nameEn: name,
      nameFr: code.nameFr,
      scheme: SCHEMES[code.list]?.scheme,
      notation: code.code,
      broader: target ? `topic/sdg-${code.code.split('.')[0] ?? ''}` : undefined,
      certainty: 'INFERRED',
      reason: `The file gives the code; its name is that of the code list ${code.list} of IATI.`,
      basis: 'MAPPING',
    });
  }
}
