import { basename } from 'node:path';
import { Source } from '../../../model/entities/source.js';
import { Faults } from '../../faults.js';
import type { Reader } from '../readers.js';
import { registerName } from '../register-name.js';
import type { Register } from '../register.js';
import type { Growing } from '../../spooled.js';
import type { Row } from '../row.js';
import { readActivities } from './activities.js';
import { activityOf, activityRows, type Named } from './activity-rows.js';
import { agencyRows } from './agencies.js';
import { childrenOf, type Element } from './element.js';
import { shortHash, slugOf } from './ids.js';
import { namesOf } from './names.js';
import { Parents } from './parents.js';
import { Passed } from './passed.js';
import { addRow, type Infer, type Reading, type Who } from './reading.js';
import { topicRows } from './topics.js';

/** Name of the register that IATI files are, unless the command line gives another. */
const IATI = 'iati';

/** How IATI files are read. */
export interface IatiOptions {
  readonly who: Who;
  /** `none` leaves out what a stated rule concludes: cooperations, and whose an embassy or ministry is. */
  readonly infer: Infer;
  /** Name of the register; left out, `iati`. */
  readonly name?: string;
  /** Where the rows go; left out, they are held in memory. */
  readonly rows?: Growing<Row>;
}

/** Reads the files that the command line names. */
export const iatiReader: Reader = async ({ files, as, infer, who, rows }) =>
  readIati(files, { who: await who(), infer, rows: rows(), name: registerName(as ?? IATI) });

/** Id of the source that a file is: its later editions must have the same name. */
const sourceOf = (file: string): string => {
  const slug = slugOf(file.replace(/\.[a-z0-9]{1,5}$/i, '')).replace(/^iati-/, '');
  return `source/iati-${slug === '' || slug.length > 120 ? shortHash(file) : slug}`;
};

/**
 * Reads files of IATI activities (2.01 to 2.03 and 1.x) into rows of the one format. Broken and hostile files are refused
 * with file, line and element; what a file holds and the graph has no place for is counted in `passedOver`.
 */
export async function readIati(
  paths: readonly string[],
  { who, infer, name = IATI, rows = [] }: IatiOptions,
): Promise<Register> {
  const passed = new Passed();
  const parents = new Parents();
  const sources = new Map<string, string>();
  const known = new Set<string>();
  for (const path of paths) {
    const file = basename(path);
    const source = sourceOf(file);
    const other = sources.get(source);
    if (other !== undefined)
      throw new Faults([
        {
          file,
          line: null,
          column: null,
          message: `The name of this file reads like that of ${other}; rename one of the two.`,
        },
      ]);
    sources.set(source, file);
    const reading: Reading = { file, source, who, infer, passed, rows };
    for (const id of await readFile(path, reading, parents)) known.add(id);
  }
  parents.addRows(known);
  return { name, sources: [...sources.keys()], rows, passedOver: passed.all };
}

/** Adds the rows of one file; answers the ids of its initiatives. */
async function readFile(path: string, reading: Reading, parents: Parents): Promise<string[]> {
  const named: Named = { agencies: new Map(), topics: new Map() };
  const seen = new Set<string>();
  const publishers = new Set<string>();
  const take = (element: Element, version: string): void => {
    const activity = activityOf(element, version, reading, seen);
    if (!activity) return;
    seen.add(activity.key);
    const { name } = namesOf(childrenOf(element, 'reporting-org')[0], reading.passed);
    if (name !== undefined) publishers.add(name);
    activityRows(activity, named);
    parents.note(activity);
  };
  const { version, hash } = await readActivities(path, reading.file, reading.passed, take);
  agencyRows(reading, named.agencies);
  topicRows(reading, named.topics);
  const [publisher, ...more] = publishers;
  addRow(reading, Source, 1, `version ${version}`, {
    id: reading.source,
    name: `IATI activities in ${reading.file}`,
    publisher: more.length === 0 ? publisher : undefined,
    address: reading.file,
    hash,
  });
  return [...seen].map((key) => `initiative/${key}`);
}
