import {
  getNamedType,
  Kind,
  parse,
  print,
  separateOperations,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isA, operationIn, type Selected } from './selection.js';
import type { Unit } from './unit.js';

/** Under this name a page says whether there are more; it is taken out of what is sent. */
export const PAGE = 'pageOfAddress';
/** Under this name the first page of a file says what was left out. */
export const LEFT_OUT = 'leftOutOfAddress';

/** Names of the variables that choose a page. */
export const PAGING = ['first', 'after'] as const;

const field = (text: string): FieldNode => {
  const [selection] = operationIn(parse(`{ ${text} }`)).selectionSet.selections;
  return selection as FieldNode;
};

const also = (set: SelectionSetNode, ...texts: string[]): SelectionSetNode => ({
  ...set,
  selections: [...set.selections, ...texts.map(field)],
});

/** The saved operation with `first` and `after` as variables, and with word whether there are more pages. */
export function pagedDocument(document: DocumentNode, { paged }: Unit): DocumentNode {
  if (!paged) return document;
  const operation = operationIn(document);
  const [root] = operation.selectionSet.selections as [FieldNode];
  const variables = [...(operation.variableDefinitions ?? [])];
  const given = [...(root.arguments ?? [])];
  for (const name of PAGING) {
    const at = given.findIndex((argument) => argument.name.value === name);
    const value = given[at]?.value;
    const declared = variables.some(({ variable }) => variable.name.value === name);
    if (value?.kind === Kind.VARIABLE && value.name.value === name && declared) continue;
    if (declared || value?.kind === Kind.VARIABLE)
      throw new Error(`The variable $${name} is kept for ${root.name.value}(${name}:).`);
    const type = name === 'first' ? 'Int' : 'String';
    const written = value ? ` = ${print(value)}` : '';
    const made = operationIn(parse(`query ($${name}: ${type}${written}) { x(${name}: $${name}) }`));
    variables.push(...(made.variableDefinitions ?? []));
    const [asked] = made.selectionSet.selections as [FieldNode];
    given.splice(at < 0 ? given.length : at, at < 0 ? 0 : 1, ...(asked.arguments ?? []));
  }
  const selectionSet = also(
    root.selectionSet as SelectionSetNode,
    `${PAGE}: pageInfo { hasNextPage endCursor }`,
  );
  const paging = {
    ...operation,
    variableDefinitions: variables,
    selectionSet: { ...operation.selectionSet, selections: [{ ...root, arguments: given, selectionSet }] },
  };
  return { ...document, definitions: document.definitions.map((one) => (one === operation ? paging : one)) };
}

const CODED = ['id', 'name', 'alpha3', 'm49'];

/**
 * The document for files: ids of facts are added, so that the evidence can be joined; codes of the countries that a row is about;
 * word of cut lists inside a row. Claims are only counted, since they have a file of their own.
 */
export function tableDocument(schema: GraphQLSchema, document: DocumentNode, unit: Unit): DocumentNode {
  const types = new TypeInfo(schema);
  const widened = visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        leave(node) {
          const type = types.getType();
          const parent = types.getParentType();
          if (!node.selectionSet || !type) return undefined;
          const named = getNamedType(type);
          const set = node.selectionSet;
          if (named.name === 'Claim') return { ...node, selectionSet: { ...set, selections: [field('id')] } };
          const ofUnit = parent?.name === unit.selected.type.name;
          if (named.name === 'Country' && ofUnit) return { ...node, selectionSet: also(set, ...CODED) };
          if (isA(named, 'Fact')) return { ...node, selectionSet: also(set, 'id') };
          if (named.name.endsWith('Connection') && parent?.name !== schema.getQueryType()?.name)
            return { ...node, selectionSet: also(set, 'pageInfo { hasNextPage }') };
          return undefined;
        },
      },
    }),
  );
  return withoutUnused(unit.paged ? rowsOnly(widened) : widened);
}

// Totals and words of the whole answer would be worked out again for each page.
function rowsOnly(document: DocumentNode): DocumentNode {
  const operation = operationIn(document);
  const [root] = operation.selectionSet.selections as [FieldNode];
  const set = root.selectionSet as SelectionSetNode;
  const selections = set.selections.filter(
    (one) => one.kind !== Kind.FIELD || one.name.value === 'nodes' || one.alias?.value === PAGE,
  );
  return withRoot(document, { ...root, selectionSet: { ...set, selections } });
}

function withRoot(document: DocumentNode, root: FieldNode): DocumentNode {
  const operation = operationIn(document);
  const changed = { ...operation, selectionSet: { ...operation.selectionSet, selections: [root] } };
  return { ...document, definitions: document.definitions.map((one) => (one === operation ? changed : one)) };
}

/** The document of a file's first page, where the question can say what it left out. */
export function firstPageDocument(document: DocumentNode, root: Selected): DocumentNode {
  const told = 'getFields' in root.type ? root.type.getFields()['leftOut'] : undefined;
  const parts = told ? getNamedType(told.type) : undefined;
  if (!parts || !('getFields' in parts) || !parts.getFields()['reason'] || !parts.getFields()['count'])
    return document;
  const operation = operationIn(document);
  const [asked] = operation.selectionSet.selections as [FieldNode];
  const selectionSet = also(asked.selectionSet as SelectionSetNode, `${LEFT_OUT}: leftOut { reason count }`);
  return withRoot(document, { ...asked, selectionSet });
}

/** Leaves out the fragments and variables that nothing uses any more. */
export function withoutUnused(document: DocumentNode): DocumentNode {
  const [pruned] = Object.values(separateOperations(document));
  if (!pruned) return document;
  const used = new Set<string>();
  visit(pruned, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  return visit(pruned, {
    VariableDefinition: ({ variable }) => (used.has(variable.name.value) ? undefined : null),
  });
}
