import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind as Syntax,
  valueFromASTUntyped,
  type FieldNode,
  type GraphQLResolveInfo,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Beside, Counting } from '../graph/reads/page.js';

/** What of a resolver's info tells the selection; graphql-js and compiled documents give the same. */
export type Selecting = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments' | 'variableValues'>;

/** Whether a fragment on the named type applies to what is being read. */
export type Applies = (typeName: string) => boolean;

const always: Applies = () => true;

function included(node: SelectionNode, variables: Selecting['variableValues']): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.['if'] !== false;
}

/** Fields selected below these nodes, by field name: fragments are followed, aliases fall together. */
export function fieldsBelow(
  { fragments, variableValues }: Selecting,
  nodes: readonly FieldNode[],
  applies: Applies = always,
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const followed = new Set<string>();
  const follow = ({ selections }: SelectionSetNode): void => {
    for (const node of selections) {
      if (!included(node, variableValues)) continue;
      if (node.kind === Syntax.FIELD) {
        fields.set(node.name.value, [...(fields.get(node.name.value) ?? []), node]);
      } else if (node.kind === Syntax.INLINE_FRAGMENT) {
        if (!node.typeCondition || applies(node.typeCondition.name.value)) follow(node.selectionSet);
      } else if (!followed.has(node.name.value)) {
        followed.add(node.name.value);
        const fragment = fragments[node.name.value];
        if (fragment && applies(fragment.typeCondition.name.value)) follow(fragment.selectionSet);
      }
    }
  };
  for (const { selectionSet } of nodes) if (selectionSet) follow(selectionSet);
  return fields;
}

/** Field nodes at a path below the resolved field: `['edges', 'node']`. */
export function nodesAt(info: Selecting, path: readonly string[]): readonly FieldNode[] {
  return path.reduce<readonly FieldNode[]>(
    (nodes, name) => fieldsBelow(info, nodes).get(name) ?? [],
    info.fieldNodes,
  );
}

/** How far the total of a connection is to be counted, from what is selected of it. */
export function countingOf(info: Selecting, path: readonly string[] = []): Counting {
  const asked = nodesAt(info, [...path, 'totalCount']);
  const exact = asked.some(({ arguments: args }) =>
    args?.some(
      ({ name, value }) => name.value === 'exact' && valueFromASTUntyped(value, info.variableValues) === true,
    ),
  );
  return asked.length === 0 ? 'NO' : exact ? 'EXACT' : 'BOUNDED';
}

/** Fields of a connection that hang on its rows. */
const ROWS = ['nodes', 'edges', 'pageInfo', 'emptyBecause'];

/** What is selected of a connection beside its rows. */
export function besideOf(info: Selecting): Beside {
  const selected = (field: string): boolean => nodesAt(info, [field]).length > 0;
  return {
    counting: countingOf(info),
    withoutRows: !ROWS.some(selected),
    covers: selected('emptyBecause'),
    version: selected('graphVersion'),
    leftOut: selected('leftOut'),
  };
}
