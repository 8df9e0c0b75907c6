import type { GraphQLResolveInfo } from 'graphql';
import { ID } from 'type-graphql';
import { entityByCode, entityPage } from '../../graph/reads/entities.js';
import type { DeclaredFilter } from '../../graph/reads/filters.js';
import { nodesById } from '../../graph/reads/nodes.js';
import type { NodeRow } from '../../graph/reads/projection.js';
import type { EntityKind } from '../../model/declaration.js';
import { ENTITY_KINDS } from '../../model/kinds.js';
import type { ApiContext } from '../context.js';
import { withFacts } from '../loaders/facts-of.js';
import { CONNECTION, projectionOf } from '../projection-of.js';
import { besideOf } from '../selection.js';
import { connectionOf, type Connection } from '../types/connection.js';
import { classNamed, questionsClass, type Class, type QuestionPlan } from '../types/declare.js';
import { pageArgs } from '../types/page-args.js';
import { codeAttribute, codesOf } from './codes.js';
import { declaredAsked } from './facts-asked.js';
import { idOfKind } from './ids.js';
import { pageAsked, type PageArgs } from './page-asked.js';

function one(kind: EntityKind): QuestionPlan {
  const codes = codesOf(kind);
  const alternatives = codes.length > 0 ? `, or its code (${codes.join(' or ')})` : '';
  return {
    type: () => classNamed(kind.kind),
    nullable: true,
    description: `${kind.description} Null when there is none, or none that is shown.`,
    args: {
      id: { type: () => ID, description: `Its id, with or without ${kind.prefix}/ in front${alternatives}.` },
    },
    async resolve(_root, { id }: { id: string }, context, info): Promise<NodeRow | null> {
      const projection = projectionOf(info, [kind]);
      const { door, asking } = context;
      const code = codeAttribute(kind, id);
      if (code) {
        const found = await entityByCode(door, asking, kind, code, id.toUpperCase(), projection);
        if (found) return found;
      }
      const whole = idOfKind(id, `${info.fieldName}(id:)`, kind);
      return (
        (await withFacts(kind, whole, projection, context, info)) ??
        (await nodesById(door, asking, [whole], projection)).get(whole) ??
        null
      );
    },
  };
}

function many(kind: EntityKind): QuestionPlan {
  const isKey = (key: string): boolean => key.startsWith(`${kind.prefix}/`);
  return {
    type: () => classNamed(`${kind.kind}Connection`),
    description: `All ${kind.plural}, by id. ${kind.description}`,
    args: {
      filter: {
        type: () => classNamed(`${kind.kind}Filter`),
        nullable: true,
        description: `Which ${kind.plural}; all when left out.`,
      },
      ...pageArgs,
    },
    resolve: (_root, args: PageArgs & { filter?: object | null }, context, info) =>
      manyOf(kind, isKey, args, context, info),
  };
}

async function manyOf(
  kind: EntityKind,
  isKey: (key: string) => boolean,
  args: PageArgs & { filter?: object | null },
  { door, asking }: ApiContext,
  info: GraphQLResolveInfo,
): Promise<Connection> {
  const page = pageAsked(args, info.fieldName, isKey);
  const filter: DeclaredFilter = args.filter ? declaredAsked(kind, args.filter) : {};
  const projection = projectionOf(info, [kind], CONNECTION);
  return connectionOf(
    await entityPage(door, asking, kind, filter, page, besideOf(info), projection),
    page.after,
    [kind.kind],
  );
}

/** Name of a kind's single root field: `documentAct` for DocumentAct. */
export const singular = (kind: string): string => `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;

/** One resolver class for each kind of entity: a root field for one, and one for many. */
export const ENTITY_QUESTIONS: readonly Class[] = ENTITY_KINDS.map((kind) =>
  questionsClass(`${kind.kind}Questions`, { [singular(kind.kind)]: one(kind), [kind.plural]: many(kind) }),
);
