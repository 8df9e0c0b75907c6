import { ID } from 'type-graphql';
import { nodesById } from '../../graph/reads/nodes.js';
import type { PageOf } from '../../graph/reads/page.js';
import type { NodeRow } from '../../graph/reads/projection.js';
import type { FactKind } from '../../model/declaration.js';
import { FACT_KINDS } from '../../model/kinds.js';
import type { FactsArgs } from '../loaders/facts-of.js';
import { projectionOf } from '../projection-of.js';
import { connectionOf, type Connection } from '../types/connection.js';
import { classNamed, questionsClass, type Class, type QuestionPlan } from '../types/declare.js';
import { pageArgs } from '../types/page-args.js';
import { singular } from './entities.js';
import { factPagesAsked } from './fact-pages.js';
import { factsAsked } from './facts-asked.js';
import { idOfKind } from './ids.js';

function one(kind: FactKind): QuestionPlan {
  return {
    type: () => classNamed(kind.kind),
    nullable: true,
    description: `${kind.description} Null when there is none, or none that is shown.`,
    args: { id: { type: () => ID, description: `Its id, with or without ${kind.prefix}/ in front.` } },
    async resolve(_root, { id }: { id: string }, { door, asking }, info): Promise<NodeRow | null> {
      const whole = idOfKind(id, `${info.fieldName}(id:)`, kind);
      return (await nodesById(door, asking, [whole], projectionOf(info, [kind]))).get(whole) ?? null;
    },
  };
}

function many(kind: FactKind): QuestionPlan {
  return {
    type: () => classNamed(`${kind.kind}Connection`),
    description: `Facts of kind ${kind.kind}, newest first, unknown dates last. ${kind.description}`,
    args: {
      filter: {
        type: () => classNamed(`${kind.kind}Filter`),
        nullable: true,
        description: 'Which of them; all when left out.',
      },
      ...pageArgs,
    },
    async resolve(_root, args: FactsArgs, context, info): Promise<Connection> {
      const read = factPagesAsked(factsAsked(args.filter, kind), args, info.fieldName, info, false);
      const pages = await read(context, { at: 'all' });
      return connectionOf(pages.get('') as PageOf, args.after ?? null, [kind.kind]);
    },
  };
}

/** One resolver class for each kind of fact: a root field for one, and one for many. */
export const FACT_QUESTIONS: readonly Class[] = FACT_KINDS.map((kind) =>
  questionsClass(`${kind.kind}Questions`, { [singular(kind.kind)]: one(kind), [kind.plural]: many(kind) }),
);
