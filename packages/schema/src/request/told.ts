import type { Column, Shape } from '@orbita/database/connection';
import { getArgumentValues, getNamedType, type GraphQLResolveInfo, isObjectType } from 'graphql';
import { Extensions } from 'type-graphql';
import type { RequestContext } from './request-context.ts';
import { fieldsUnder, selectedFields } from './selected-fields.ts';

/** How a nested field was asked: its arguments, and the names selected at the end of a path below it. */
export interface Asked<Args> {
  readonly args: Args;
  readonly fields: (path?: readonly string[]) => ReadonlySet<string>;
}

/** All that a statement may hang on besides what is asked. */
export type Reading = Pick<RequestContext, 'viewer' | 'company' | 'now'>;

type ColumnMaker<Args> = (asked: Asked<Args>, reading: Reading) => Column;

/**
 * Says of a nested field that it is read in the statement of its parent, as the column made here: then a list of
 * parents takes one statement too, whatever is nested in it. The resolver finds it by `told`.
 */
export const ToldWithParent = <Args>(column: ColumnMaker<Args>): MethodDecorator => Extensions({ column }) as MethodDecorator;

/** The columns for all such fields under the current one or at the end of a path below it, by the name each answers under. */
export function toldColumns(info: GraphQLResolveInfo, path: readonly string[], reading: Reading): Record<string, Column> {
  const nodes = Map.groupBy(fieldsUnder(info, path), (node) => node.alias?.value ?? node.name.value);
  const fields = fieldsOfType(path.reduce((type, step) => fieldsOfType(type)[step]?.type ?? type, info.returnType));
  const columns: Record<string, Column> = {};
  for (const [name, same] of nodes) {
    const field = fields[same[0]!.name.value];
    const column = field?.extensions['column'] as ColumnMaker<unknown> | undefined;
    if (!field || !column) continue;
    const args = getArgumentValues(field, same[0]!, info.variableValues);
    columns[name] = column({ args, fields: (below) => selectedFields(info, below, same) }, reading);
  }
  return columns;
}

/** What decides the statement for the current field, whichever the thing of this id: the operation, its other variables, for whom. */
export const shapeOf = ({ operation, path, variableValues }: GraphQLResolveInfo, id: string, { viewer, company }: Omit<Reading, 'now'>): Shape => ({
  of: operation,
  // The name alone of a variable that holds the id: no value of another can be taken for it.
  key: JSON.stringify([path.key, Object.entries(variableValues).map(([name, value]) => (value === id ? [name] : [name, value])), viewer, company]),
});

const fieldsOfType = (type: GraphQLResolveInfo['returnType']) => {
  const named = getNamedType(type);
  return isObjectType(named) ? named.getFields() : {};
};

/** What the parent's statement told for the current field. */
export const told = <Value>(parent: { readonly told?: Readonly<Record<string, unknown>> }, info: GraphQLResolveInfo): Value =>
  parent.told?.[info.path.key] as Value;
