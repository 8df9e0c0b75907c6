import 'reflect-metadata';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { isAbstractType, isObjectType } from 'graphql';
import { Arg, Ctx, Field, Info, InputType, InterfaceType, ObjectType, Query, Resolver } from 'type-graphql';
import type { ApiContext } from '../context.js';

/** What TypeGraphQL takes for a type: a decorated class, a scalar, or a registered enum object. */
export type TypeValue = object;
export type Class = new () => object;

interface Typed {
  /** Called when the schema is built, so that types may name each other. */
  readonly type: () => TypeValue;
  readonly list?: boolean;
  readonly nullable?: boolean;
  readonly description: string;
}

export interface ArgPlan extends Typed {
  readonly defaultValue?: unknown;
}

export interface FieldPlan extends Typed {
  /** Whether the list always has two entries; files then give each columns of its own. */
  readonly pair?: true;
  readonly args?: Readonly<Record<string, ArgPlan>>;
  /** Only where the value is not simply the property of that name. */
  resolve?(this: void, row: never, args: never, context: ApiContext, info: GraphQLResolveInfo): unknown;
}

export type Fields = Readonly<Record<string, FieldPlan>>;

/** What a question may cost beside the rule by rows, which knows lists by `first` only. */
export type Complexity = (asked: {
  readonly args: Readonly<Record<string, unknown>>;
  readonly childComplexity: number;
}) => number;

export interface QuestionPlan extends FieldPlan {
  readonly complexity?: Complexity;
  resolve(this: void, root: undefined, args: never, context: ApiContext, info: GraphQLResolveInfo): unknown;
}

const classes = new Map<string, Class>();
const plans = new Map<string, Fields>();

/** The class of a declared type; types name each other through this, so that their files need not import each other. */
export function classNamed(name: string): Class {
  const found = classes.get(name);
  if (!found) throw new Error(`No GraphQL type named ${name} is declared.`);
  return found;
}

function classFor(name: string): Class {
  if (classes.has(name)) throw new Error(`The GraphQL type ${name} is declared twice.`);
  const made = { [name]: class {} }[name] as Class;
  classes.set(name, made);
  return made;
}

const typeOf =
  ({ type, list }: Typed) =>
  (): TypeValue =>
    list ? [type()] : type();

// What has a default may also be given as null, which says the same.
const optional = ({ nullable = false, defaultValue }: ArgPlan): boolean =>
  nullable || defaultValue !== undefined;

function takeArgs(target: object, method: string, args: Readonly<Record<string, ArgPlan>> = {}): void {
  Object.entries(args).forEach(([name, plan], index) => {
    const { description, defaultValue } = plan;
    const nullable = optional(plan);
    Arg(name, typeOf(plan), { nullable, description, defaultValue })(target, method, index);
  });
}

function takeFields(made: Class, fields: Fields): void {
  for (const [name, plan] of Object.entries(fields)) {
    const { nullable = false, description } = plan;
    Field(typeOf(plan), { nullable, description })(made.prototype as object, name);
    takeArgs(made.prototype as object, name, plan.args);
  }
}

/** Declares an object type; its fields are plain properties but where a plan resolves them. */
export function objectType(
  name: string,
  description: string,
  fields: Fields,
  interfaces: Class[] = [],
): Class {
  const made = classFor(name);
  takeFields(made, fields);
  plans.set(name, fields);
  ObjectType(name, { description, implements: interfaces, simpleResolvers: true })(made);
  return made;
}

export function interfaceType(
  name: string,
  description: string,
  fields: Fields,
  interfaces: Class[] = [],
): Class {
  const made = classFor(name);
  takeFields(made, fields);
  InterfaceType(name, { description, implements: interfaces })(made);
  return made;
}

export function inputType(
  name: string,
  description: string,
  fields: Readonly<Record<string, ArgPlan>>,
): Class {
  const made = classFor(name);
  for (const [field, plan] of Object.entries(fields)) {
    const { description: told, defaultValue } = plan;
    Field(typeOf(plan), { nullable: optional(plan), description: told, defaultValue })(
      made.prototype as object,
      field,
    );
  }
  InputType(name, { description })(made);
  return made;
}

/** Declares a resolver class with root fields that follow from a declaration. */
export function questionsClass(name: string, questions: Readonly<Record<string, QuestionPlan>>): Class {
  const made = { [name]: class {} }[name] as Class;
  const target = made.prototype as Record<string, unknown>;
  for (const [field, plan] of Object.entries(questions)) {
    const names = Object.keys(plan.args ?? {});
    target[field] = (...given: unknown[]) => {
      const args = Object.fromEntries(names.map((arg, i) => [arg, given[i]]));
      const [context, info] = given.slice(names.length) as [ApiContext, GraphQLResolveInfo];
      return plan.resolve(undefined, args as never, context, info);
    };
    const { nullable = false, description, complexity } = plan;
    Query(typeOf(plan), { nullable, description, ...(complexity ? { complexity } : {}) })(target, field, {});
    takeArgs(target, field, plan.args);
    Ctx()(target, field, names.length);
    Info()(target, field, names.length + 1);
  }
  Resolver()(made);
  return made;
}

/**
 * Gives a built schema what the decorators cannot: resolvers without a wrapper, and a synchronous `resolveType`,
 * since rc.4 would make it a promise for each object, on which compiled documents fail.
 */
export function finish(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (row: { kind: string }) => row.kind;
    if (!isObjectType(type)) continue;
    const declared = plans.get(type.name) ?? {};
    for (const [name, field] of Object.entries(type.getFields())) {
      if (declared[name]?.pair) field.extensions = { ...field.extensions, pair: true };
      const resolve = declared[name]?.resolve;
      if (resolve) field.resolve = resolve as NonNullable<typeof field.resolve>;
    }
  }
  return schema;
}
