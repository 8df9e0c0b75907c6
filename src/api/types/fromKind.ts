import type { EntityKind, FactKind, Kind } from '../../model/declaration.js';
import { ENTITY_KINDS, FACT_KINDS } from '../../model/kinds.js';
import { modality } from '../../model/values/modality.js';
import { attributeFields } from './attributes.js';
import { connectionType } from './connection.js';
import { objectType, type Fields } from './declare.js';
import { enumOf } from './enums.js';
import { entityFields, factFields, INTERFACES } from './interfaces.js';
import { periodField } from './period.js';
import { endFields, inverseFields } from './ties.js';

const { Node, Entity, Actor, Fact } = INTERFACES;

/** What the graph works out for facts of a kind, beside what is declared. */
const DERIVED: Readonly<Record<string, Fields>> = {
  Cooperation: {
    modality: {
      type: enumOf(modality),
      nullable: true,
      description: 'The form that it takes, worked out from its parties.',
    },
  },
};

function ownFields(kind: Kind, shared: Fields, own: readonly Fields[]): Fields {
  const fields: Record<string, Fields[string]> = { ...shared };
  for (const [name, plan] of own.flatMap((some) => Object.entries(some))) {
    // Topics stand in the interface with the words for all kinds; a kind's own words are better.
    if (name in fields && name !== 'topics')
      throw new Error(`${kind.kind} declares ${name}, which it has already.`);
    fields[name] = plan;
  }
  return fields;
}

function entityType(kind: EntityKind): void {
  const period: Fields = kind.dated
    ? { period: periodField('When it was, as far as its sources say.', true) }
    : {};
  const fields = ownFields(kind, entityFields(`beginning with ${kind.prefix}/`), [
    attributeFields(kind.attributes),
    endFields(kind),
    inverseFields(kind),
    period,
  ]);
  objectType(kind.kind, kind.description, fields, kind.actor ? [Actor, Entity, Node] : [Entity, Node]);
}

function partiesOf(kind: FactKind): string {
  const roles = Object.entries(kind.roles).map(([role, meaning]) => `${role}: ${meaning}`);
  return roles.length === 0
    ? 'Always empty: facts of this kind have no parties.'
    : `Who took part. Roles: ${roles.join(' ')}`;
}

function factType(kind: FactKind): void {
  const shared = factFields(`beginning with ${kind.prefix}/`, {
    parties: partiesOf(kind),
    hasParties: kind.parties.most !== 0,
    hasTopics: 'topics' in kind.ends,
    dated: kind.time !== 'timeless',
  });
  const fields = ownFields(kind, shared, [
    attributeFields(kind.attributes),
    endFields(kind),
    DERIVED[kind.kind] ?? {},
  ]);
  objectType(kind.kind, kind.description, fields, [Fact, Node]);
}

ENTITY_KINDS.forEach(entityType);
FACT_KINDS.forEach(factType);
for (const { kind, sort } of [...ENTITY_KINDS, ...FACT_KINDS]) connectionType(kind, sort === 'fact');
connectionType('Fact', true);
