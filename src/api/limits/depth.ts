import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Levels of fields of an operation, through named and inline fragments; introspection is not counted. */
export function depthOf(operation: OperationDefinitionNode, document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  // Each fragment is measured once, or a few that spread each other twice would take exponential time.
  const measured = new Map<string, number>();

  const ofFragment = (name: string): number => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, 0);
    const fragment = fragments.get(name);
    const depth = fragment ? of(fragment.selectionSet) : 0;
    measured.set(name, depth);
    return depth;
  };

  const of = ({ selections }: SelectionSetNode): number =>
    selections.reduce((deepest, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return Math.max(deepest, ofFragment(selection.name.value));
      if (selection.kind === Kind.INLINE_FRAGMENT) return Math.max(deepest, of(selection.selectionSet));
      if (selection.name.value === '__schema' || selection.name.value === '__type')
        return Math.max(deepest, 1);
      return Math.max(deepest, 1 + (selection.selectionSet ? of(selection.selectionSet) : 0));
    }, 0);

  return of(operation.selectionSet);
}
