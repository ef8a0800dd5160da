import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/**
 * Names of the fields an operation selects under the current one, at the end of `path` (for a connection:
 * `['edges', 'node']`). Fragments are followed; what `@skip`/`@include` would drop is counted as selected.
 */
export function selectedFields(
  info: GraphQLResolveInfo, path: readonly string[] = [], under: readonly FieldNode[] = info.fieldNodes,
): ReadonlySet<string> {
  return new Set(fieldsUnder(info, path, under).map((field) => field.name.value));
}

/** The same as nodes of the document: a name stands as often as it was written. */
export function fieldsUnder(
  info: GraphQLResolveInfo, path: readonly string[] = [], under: readonly FieldNode[] = info.fieldNodes,
): readonly FieldNode[] {
  const level = under.flatMap((node) => fieldsOf(node.selectionSet, info));
  const [step, ...rest] = path;
  return step === undefined ? level : fieldsUnder(info, rest, level.filter((field) => field.name.value === step));
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
