import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/**
 * Names of the fields an operation selects under the current one, at the end of `path` (for a connection:
 * `['edges', 'node']`). Fragments are followed; what `@skip`/`@include` would drop is counted as selected.
 */
export function selectedFields(info: GraphQLResolveInfo, path: readonly string[] = []): ReadonlySet<string> {
  let level = info.fieldNodes.flatMap((node) => fieldsOf(node.selectionSet, info));
  for (const step of path) {
    level = level.filter((field) => field.name.value === step).flatMap((field) => fieldsOf(field.selectionSet, info));
  }
  return new Set(level.map((field) => field.name.value));
}

function fieldsOf(set: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] {
  return (set?.selections ?? []).flatMap((selection) => {
    switch (selection.kind) {
      case Kind.FIELD: return [selection];
      case Kind.INLINE_FRAGMENT: return fieldsOf(selection.selectionSet, info);
      case Kind.FRAGMENT_SPREAD: return fieldsOf(info.fragments[selection.name.value]?.selectionSet, info);
      default: return selection satisfies never;
    }
  });
}
