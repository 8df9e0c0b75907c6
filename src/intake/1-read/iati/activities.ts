import { even, type Element } from './element.js';
import { LIMITS } from './limits.js';
import type { Passed } from './passed.js';
import { readXml, type XmlListener, type XmlPlace } from './xml-stream.js';

/** Elements of an activity that are read; nothing of any other is, contact details above all. */
const READ: ReadonlySet<string> = new Set([
  'iati-identifier',
  'reporting-org',
  'title',
  'activity-status',
  'activity-date',
  'participating-org',
  'recipient-country',
  'recipient-region',
  'collaboration-type',
  'default-aid-type',
  'sector',
  'tag',
  'related-activity',
  'document-link',
]);

/** What the others are called where they are counted. */
const CALLED: Readonly<Record<string, string>> = {
  'contact-info': 'contact details',
  description: 'descriptions (texts of the source)',
  transaction: 'transactions',
  'planned-disbursement': 'planned disbursements',
  budget: 'budgets',
  location: 'locations',
  result: 'results',
  'policy-marker': 'policy markers',
};

/** Versions of the standard that are read. */
const VERSIONS: ReadonlySet<string> = new Set([
  ...['1.0', '1.01', '1.02', '1.03', '1.04', '1.05'],
  ...['2.01', '2.02', '2.03'],
]);

/** What a file of activities says of itself. */
export interface ActivityFile {
  readonly version: string;
  /** SHA-256 of its bytes. */
  readonly hash: string;
}

interface Growing {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly line: number;
  text: string;
  readonly children: Element[];
}

/**
 * Reads a file of IATI activities as a stream and gives each activity, once it is whole, as a small tree of the elements
 * that are read. Another root or another version is refused.
 */
export async function readActivities(
  path: string,
  file: string,
  passed: Passed,
  take: (activity: Element, version: string) => void,
): Promise<ActivityFile> {
  let version = '';
  const listen = (place: XmlPlace): XmlListener => {
    const grown: Growing[] = [];
    let skipped = 0;
    let [elements, characters] = [0, 0];
    const start = (name: string, attributes: Growing['attributes'], line: number): void => {
      grown.push({ name, attributes, line, text: '', children: [] });
    };
    return {
      open(name, attributes, depth, line) {
        if (depth === 1) version = versionOf(name, attributes, place);
        else if (skipped > 0) skipped += 1;
        else if (depth === 2 && name !== 'iati-activity') {
          skipped = 1;
          passed.over('elements beside the activities');
        } else if (depth === 3 && !READ.has(name)) {
          skipped = 1;
          passed.over(CALLED[name] ?? 'other elements of activities');
        } else {
          if (depth === 2) [elements, characters] = [0, 0];
          elements += 1;
          if (elements > LIMITS.elements)
            place.refuse(`The activity has more than ${LIMITS.elements} elements; no activity needs that.`);
          start(name, attributes, line);
        }
      },
      text(text) {
        const own = grown.at(-1);
        if (!own || skipped > 0) return;
        characters += text.length;
        if (characters > LIMITS.characters)
          place.refuse(`The activity has more than ${LIMITS.characters} characters; no activity needs that.`);
        own.text += text;
      },
      close(depth) {
        if (depth === 1) return;
        if (skipped > 0) {
          skipped -= 1;
          return;
        }
        const done = grown.pop();
        if (!done) return;
        const element: Element = { ...done, text: even(done.text) };
        const parent = grown.at(-1);
        if (parent) parent.children.push(element);
        else take(element, version);
      },
    };
  };
  const hash = await readXml(path, file, listen);
  return { version, hash };
}

function versionOf(name: string, attributes: Readonly<Record<string, string>>, place: XmlPlace): string {
  if (name !== 'iati-activities')
    place.refuse(`The root element is <${name.slice(0, 60)}>; give a file of <iati-activities>.`);
  const version = attributes['version']?.trim() ?? '';
  if (!VERSIONS.has(version))
    place.refuse(
      version === ''
        ? 'The file does not say its version; write for example version="2.03" in <iati-activities>.'
        : `The version "${version.slice(0, 60)}" is not known; these are: ${[...VERSIONS].join(', ')}.`,
    );
  return version;
}
