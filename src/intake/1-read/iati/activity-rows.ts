import { Initiative } from '../../../model/entities/initiative.js';
import { LIST_SEPARATOR } from '../../../model/columns.js';
import type { Stage } from '../../../model/values/stage.js';
import { unfit } from '../../2-check/cells.js';
import { noteAgencies, type AgenciesNamed } from './agencies.js';
import { codeIn, codeNamed } from './codes.js';
import { cooperationOf } from './cooperation.js';
import { documentsOf } from './documents.js';
import { attributeOf, childrenOf, type Element } from './element.js';
import { keyOf } from './ids.js';
import { involvementsOf } from './involvements.js';
import { namesOf } from './names.js';
import { organisationsOf } from './organisations.js';
import { periodOf } from './periods.js';
import { recipientsOf } from './places.js';
import { addRowOf, keepUnresolved, type Activity, type Reading } from './reading.js';
import { topicsOf, type TopicsNamed } from './topics.js';

const STAGES: Readonly<Record<string, Stage>> = {
  '1': 'PLANNED',
  '2': 'UNDER_WAY',
  // Carried out, though the books are still open.
  '3': 'DONE',
  '4': 'DONE',
  '5': 'CANCELLED',
  '6': 'SUSPENDED',
};

/** Names of statuses in version 1 that the list of today has no more. */
const FORMER_STATUSES: Readonly<Record<string, string>> = { completion: '3', 'post-completion': '4' };

const COLLABORATIONS: Readonly<Record<string, string>> = {
  '1': 'BILATERAL',
  '2': 'MULTILATERAL_INFLOWS',
  '3': 'CORE_CONTRIBUTIONS',
  '4': 'MULTILATERAL_OUTFLOWS',
  '6': 'PRIVATE_OUTFLOWS',
  '7': 'EX_POST_REPORTING',
  '8': 'TRIANGULAR',
};

/** Types of aid that say what form an activity takes; the others do not. */
const FORMS: Readonly<Record<string, string>> = { C01: 'PROJECT' };

/** The code of a list that an element of an activity gives, by code or by name; undefined where it gives none. */
function codeOf(activity: Activity, name: string, list: string): string | undefined {
  const [element, ...more] = childrenOf(activity.element, name);
  activity.reading.passed.over(`further elements ${name}`, more.length);
  if (!element) return undefined;
  const written = attributeOf(element, 'code') ?? element.text;
  const former = list === 'ActivityStatus' ? FORMER_STATUSES[written.toLowerCase()] : undefined;
  const code = codeIn(list, former ?? written) ?? codeNamed(list, written);
  if (!code) keepUnresolved(activity, name, written);
  return code?.code;
}

/** What a file names beside its activities. */
export interface Named {
  readonly agencies: AgenciesNamed;
  readonly topics: TopicsNamed;
}

/** The activity of an element; null, and counted, where nothing could cite it. */
export function activityOf(
  element: Element,
  version: string,
  reading: Reading,
  seen: ReadonlySet<string>,
): Activity | null {
  const identifier = childrenOf(element, 'iati-identifier')[0]?.text ?? '';
  const why =
    identifier === ''
      ? 'activities without an iati-identifier'
      : identifier.length > 400 || unfit(identifier, 'locator') !== null
        ? 'activities whose iati-identifier cannot be kept'
        : seen.has(keyOf(identifier))
          ? 'activities whose iati-identifier stands twice in the file'
          : null;
  if (why !== null) {
    reading.passed.over(why);
    return null;
  }
  const key = keyOf(identifier);
  const older = version.startsWith('1.');
  return { element, reading, older, identifier, key, id: `initiative/${key}`, unresolved: [] };
}

/** Adds the rows of one activity. */
export function activityRows(activity: Activity, named: Named): void {
  const { element, reading, identifier, id, unresolved } = activity;
  const { name = identifier, inLanguages } = namesOf(childrenOf(element, 'title')[0], reading.passed);
  const status = codeOf(activity, 'activity-status', 'ActivityStatus');
  const collaboration = codeOf(activity, 'collaboration-type', 'CollaborationType');
  const [aid] = childrenOf(element, 'default-aid-type');
  const stage = status === undefined ? undefined : STAGES[status];
  const period = periodOf(element, reading.passed);
  const organisations = organisationsOf(activity);
  const recipients = recipientsOf(activity);
  const topics = topicsOf(activity, named.topics);
  noteAgencies(organisations.known, named.agencies);
  involvementsOf(activity, organisations, recipients);
  cooperationOf(activity, organisations, recipients, { stage, period, topics, collaboration });
  documentsOf(activity);
  addRowOf(activity, Initiative, element.line, {
    id,
    name,
    ...inLanguages,
    initiativeForm: FORMS[(aid && attributeOf(aid, 'code')) ?? ''],
    stage,
    period,
    references: identifier.includes(LIST_SEPARATOR) ? undefined : identifier,
    collaborationType: collaboration === undefined ? undefined : COLLABORATIONS[collaboration],
    unresolvedCodes: unresolved.join(' | '),
  });
}
