import {
  day,
  integer,
  oneOf,
  text,
  texts,
  yesNo,
  type Attribute,
  type Kind,
} from '../../model/declaration.js';
import { certainty, status } from '../../model/values/certainty.js';
import { modality } from '../../model/values/modality.js';
import { BOUNDS } from '../../model/values/period.js';
import { reportedBy } from '../../model/values/reported-by.js';
import { EVIDENCE_PROPERTIES } from '../derived/evidence.js';
import { SEARCH_FIELDS } from '../derived/search-fields.js';
import { attributesOf } from '../model-names.js';
import type { Findings } from './findings.js';
import { isShown, type Standing } from './walk.js';

/** A property of a node or edge, and when it must be there. */
export interface Property {
  readonly attribute: Attribute;
  readonly required: 'ALWAYS' | 'SHOWN' | 'NO';
}

type Properties = Readonly<Record<string, Property>>;

const may = (attribute: Attribute): Property => ({ attribute, required: 'NO' });
const must = (attribute: Attribute): Property => ({ attribute, required: 'ALWAYS' });

const ALL: Properties = {
  id: must(text('')),
  kind: must(text('')),
  status: must(oneOf(status, '')),
  certainty: must(oneOf(certainty, '')),
  documents: must(integer('')),
  conflicts: may(texts('')),
  ...Object.fromEntries(EVIDENCE_PROPERTIES.map((name) => [name, may(texts(''))])),
  evidence: may(text('')),
};
const OF_ENTITY: Properties = {
  name: { attribute: text(''), required: 'SHOWN' },
  allNames: may(text('')),
  ...Object.fromEntries(SEARCH_FIELDS.map((name) => [name, may(texts(''))])),
};
const OF_FACT: Properties = {
  identity: must(text('')),
  occasion: may(text('')),
  reportedBy: must(oneOf(reportedBy, '')),
  key: may(text('')),
  kindKey: may(text('')),
  namedCountries: must(integer('')),
};
const OF_COOPERATION: Properties = {
  modality: must(oneOf(modality, '')),
  pairMin: may(text('')),
  pairMax: may(text('')),
};
const OF_PARAGRAPH: Properties = { citedAs: may(text('')) };
const OF_DATED: Properties = {
  ...Object.fromEntries(BOUNDS.map((bound) => [bound, may(day(''))])),
  ongoing: may(yesNo('')),
  edtf: may(text('')),
  notBefore: may(texts('')),
  notAfter: may(texts('')),
  periodConflict: may(yesNo('')),
};

const known = new Map<Kind, Properties>();

/** Every property that a node of a kind may have. */
export function propertiesOf(kind: Kind): Properties {
  const found = known.get(kind);
  if (found) return found;
  const declared = Object.fromEntries(
    Object.entries(attributesOf(kind)).map(([name, attribute]) => [name, may(attribute)]),
  );
  const dated = kind.sort === 'fact' ? kind.time !== 'timeless' : kind.dated;
  const made = {
    ...declared,
    ...ALL,
    ...(kind.sort === 'entity' ? OF_ENTITY : OF_FACT),
    ...(kind.kind === 'Cooperation' ? OF_COOPERATION : {}),
    ...(kind.kind === 'Paragraph' ? OF_PARAGRAPH : {}),
    ...(dated ? OF_DATED : {}),
  };
  known.set(kind, made);
  return made;
}

const SCALAR: Readonly<Record<Attribute['type'], string>> = {
  text: 'STRING',
  enum: 'STRING',
  day: 'STRING',
  integer: 'INTEGER',
  decimal: 'FLOAT',
  boolean: 'BOOLEAN',
};

const isDay = (value: unknown): boolean => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};

/** What is wrong with the type of a value, in words; null when nothing is. */
export function typeFault(attribute: Attribute, type: string, value: unknown): string | null {
  const is = type.replaceAll(' NOT NULL', '');
  const wanted = attribute.list ? `LIST<${SCALAR[attribute.type]}>` : SCALAR[attribute.type];
  if (is !== wanted && !(attribute.list && is === 'LIST<NOTHING>')) return `is ${is}, not ${wanted}`;
  if (attribute.type === 'day' && !isDay(value)) return `is no day: ${JSON.stringify(value)}`;
  return null;
}

/** What is wrong with a value of a closed list, in words; null when nothing is. */
export function valueFault({ enumeration }: Attribute, value: unknown): string | null {
  if (!enumeration || value === undefined || value === null) return null;
  const off = [value]
    .flat()
    .find((one) => typeof one !== 'string' || !Object.hasOwn(enumeration.values, one));
  return off === undefined ? null : `is no ${enumeration.name}: ${JSON.stringify(off)}`;
}

/** Checks presence, type and value of each property of a node. */
export function checkProperties(node: Standing, kind: Kind, findings: Findings): void {
  const declared = propertiesOf(kind);
  for (const [name, { attribute, required }] of Object.entries(declared)) {
    const value = node.properties[name];
    if (required === 'ALWAYS' || (required === 'SHOWN' && isShown(node))) {
      findings.checked('presence');
      if (value === undefined) findings.wrong('presence', node.id, name, 'is missing');
    }
    if (value === undefined) continue;
    findings.checked('types');
    const wrong = typeFault(attribute, node.types[name] ?? '', value);
    if (wrong) findings.wrong('types', node.id, name, wrong);
    if (!attribute.enumeration) continue;
    findings.checked('values');
    const off = wrong ? null : valueFault(attribute, value);
    if (off) findings.wrong('values', node.id, name, off);
  }
  for (const name of Object.keys(node.properties)) {
    findings.checked('undeclared');
    if (!declared[name]) findings.wrong('undeclared', node.id, name, `is not declared by ${kind.kind}`);
  }
}
