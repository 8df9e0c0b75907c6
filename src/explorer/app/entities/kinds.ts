import type { introspection_types } from '../ask/schema-types.js';
import type { graphql } from '../ask/graphql.js';

export type EntityKind = introspection_types['EntityKind']['enumValues'];
export type FactKind = introspection_types['FactKind']['enumValues'];
/** What may be asked of facts, as every question takes it. */
export type FactFilter = ReturnType<typeof graphql.scalar<'FactFilter'>>;

/** The filter that finds the facts of one thing; null where facts are not found by it. */
export function factsOf(kind: string, id: string): FactFilter | null {
  switch (kind) {
    case 'Country':
    case 'Agency':
    case 'Group':
      return { actors: { ids: [id] } };
    case 'Topic':
      return { topics: { ids: [id] } };
    case 'Meeting':
      return { meeting: id };
    case 'Initiative':
      return { initiative: id };
    case 'Document':
    case 'Source':
      return { evidence: { documents: [id] } };
    case 'Paragraph':
      return { evidence: { paragraphs: [id] } };
    default:
      return null;
  }
}
