import {
  getNamedType,
  isInputObjectType,
  isListType,
  getNullableType,
  Kind,
  parse,
  print,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import { withoutUnused } from './documents.js';
import { isA, operationIn, selectedIn, type Selected } from './selection.js';

/** Under these names an answer says which things and claims it names; they are taken out of what is sent. */
export const NODE = 'idOfAddress';
export const CLAIM = 'sourceOfAddress';

type Values = Readonly<Record<string, unknown>>;

/** A document that asks only for what may be passed on, and that names all that it shows, so that the rest can be taken out. */
export interface PassableDocument {
  readonly text: string;
  readonly selected: Selected;
  /** The values of its variables, from those of the document that it was made of. */
  variablesOf(given: Values): Record<string, unknown>;
}

const EVIDENCE = 'EvidenceFilter';
/** Arguments that only narrow what is found: to give them where they are left out changes nothing else. */
const NARROWING: readonly string[] = ['filter', 'evidence'];

/** Makes a document ask only for facts that may be passed on, wherever it can ask for evidence. */
export function passableDocument(schema: GraphQLSchema, text: string): PassableDocument {
  const made: { name: string; argument: string; type: GraphQLInputType; value: ValueNode | undefined }[] = [];
  const types = new TypeInfo(schema);
  const document = parse(text);
  const widened = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave(node) {
          const type = types.getType();
          const set = node.selectionSet;
          const field = types.getFieldDef();
          const own = (field?.args ?? [])
            .filter((argument) => bearsEvidence(argument.type))
            .map((argument) => {
              const value = node.arguments?.find(({ name }) => name.value === argument.name)?.value;
              const name = `passable${made.length}`;
              made.push({ name, argument: argument.name, type: argument.type, value });
              return { argument: argument.name, name };
            });
          const kept = (node.arguments ?? []).filter(({ name }) =>
            own.every(({ argument }) => argument !== name.value),
          );
          const marks =
            set && type
              ? [
                  ...(isA(getNamedType(type), 'Node') ? [`${NODE}: id`] : []),
                  ...(getNamedType(type).name === 'Claim' ? [`${CLAIM}: source { id }`] : []),
                ]
              : [];
          return {
            ...node,
            arguments: [
              ...kept,
              ...own.map(({ argument, name }) => ({
                kind: Kind.ARGUMENT as const,
                name: { kind: Kind.NAME as const, value: argument },
                value: { kind: Kind.VARIABLE as const, name: { kind: Kind.NAME as const, value: name } },
              })),
            ],
            ...(set
              ? { selectionSet: { ...set, selections: [...set.selections, ...marks.flatMap(fieldsIn)] } }
              : {}),
          };
        },
      },
    }),
  );
  const declared = withVariables(
    widened,
    made.map(({ name, type }) => `$${name}: ${type.toString()}`),
  );
  const whole = withoutUnused(declared);
  const left = new Set(
    (operationIn(whole).variableDefinitions ?? []).map(({ variable }) => variable.name.value),
  );
  const defaults = defaultsIn(operationIn(document).variableDefinitions ?? []);
  return {
    text: print(whole),
    selected: selectedIn(schema, whole),
    variablesOf(given) {
      const known = { ...defaults, ...given };
      return Object.fromEntries(
        [
          ...Object.entries(given),
          ...made.map(({ name, argument, type, value }): [string, unknown] => [
            name,
            passable(argument, type, value && valueFromASTUntyped(value, known)),
          ]),
        ].filter(([name]) => left.has(name)),
      );
    },
  };
}

const fieldsIn = (
  text: string,
): readonly ReturnType<typeof operationIn>['selectionSet']['selections'][number][] =>
  operationIn(parse(`{ ${text} }`)).selectionSet.selections;

function withVariables(document: DocumentNode, declared: readonly string[]): DocumentNode {
  if (declared.length === 0) return document;
  const operation = operationIn(document);
  const more = operationIn(parse(`query (${declared.join(', ')}) { x }`)).variableDefinitions ?? [];
  const changed = { ...operation, variableDefinitions: [...(operation.variableDefinitions ?? []), ...more] };
  return { ...document, definitions: document.definitions.map((one) => (one === operation ? changed : one)) };
}

const defaultsIn = (variables: readonly VariableDefinitionNode[]): Record<string, unknown> =>
  Object.fromEntries(
    variables.flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );

/** Whether a value of the type can ask for evidence, itself or in a part. */
function bearsEvidence(type: GraphQLInputType, above: readonly string[] = []): boolean {
  const named = getNamedType(type);
  if (named.name === EVIDENCE) return true;
  if (!isInputObjectType(named) || above.includes(named.name)) return false;
  return Object.values(named.getFields()).some((field) => bearsEvidence(field.type, [...above, named.name]));
}

/** The value, asking only for what may be passed on. */
function passable(name: string, type: GraphQLInputType, value: unknown): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const entries = Array.isArray(value) ? (value as unknown[]) : [value];
    return value === null || value === undefined
      ? value
      : entries.map((entry) => passable(name, nullable.ofType, entry));
  }
  if (!isInputObjectType(nullable)) return value;
  if ((value === null || value === undefined) && !NARROWING.includes(name)) return value;
  const parts = { ...(value as Values | null | undefined) };
  if (nullable.name === EVIDENCE) return { ...parts, mayBePassedOn: true };
  for (const [name, { type: part }] of Object.entries(nullable.getFields()))
    if (bearsEvidence(part)) parts[name] = passable(name, part, parts[name]);
  return parts;
}
