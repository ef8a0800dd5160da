import {
  getNamedType, type GraphQLArgument, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLSchema, isEnumType,
  isInputObjectType, isLeafType, isListType, isNonNullType, isObjectType, type OperationTypeNode,
} from 'graphql';

/** One operation over one root field, and what it leaves out because no argument could be made. */
export interface MadeOperation {
  readonly field: string;
  readonly document: string;
  readonly skipped: readonly string[];
}

const deepest = 5;

type Known = (name: string, type: string) => unknown;

export type Kind = 'query' | 'mutation' | 'subscription';

/** Every root field of a kind (or some of them) with every field below it: once with what it must be given, once with all that it can be given. */
export function everyOperation(schema: GraphQLSchema, kind: Kind, known: Known, only: (field: GraphQLField<unknown, unknown>) => boolean = () => true): MadeOperation[] {
  return Object.values(schema.getRootType(kind as OperationTypeNode)?.getFields() ?? {}).filter(only).flatMap((field) => [false, true].map((whole) => {
    const skipped: string[] = [];
    const text = write(field, known, whole, [], skipped);
    return { field: field.name, document: text ? `${kind} { ${text} }` : '', skipped };
  }));
}

function write(
  field: GraphQLField<unknown, unknown>, known: Known, whole: boolean, path: readonly string[], skipped: string[],
): string | undefined {
  const type = getNamedType(field.type);
  const given = writeArguments(field.args, known, whole && path.length === 0, [...path, field.name], skipped);
  if (given === undefined) return undefined;
  if (isLeafType(type)) return `${field.name}${given}`;
  if (path.length >= deepest || path.filter((one) => one === type.name).length > 0) return undefined;
  const inside = fieldsOf(type).map((one) => write(one, known, whole, [...path, type.name], skipped)).filter((one) => one !== undefined);
  return inside.length > 0 ? `${field.name}${given} { ${inside.join(' ')} }` : undefined;
}

const fieldsOf = (type: GraphQLNamedType) => (isObjectType(type) ? Object.values(type.getFields()) : []);

function writeArguments(
  args: readonly GraphQLArgument[], known: Known, whole: boolean, path: readonly string[], skipped: string[],
): string | undefined {
  const written: string[] = [];
  for (const argument of args) {
    const required = isNonNullType(argument.type) && argument.defaultValue === undefined;
    // Both ends of a page at once are refused by the list itself; a key would have every second write answered by the first.
    if (!required && (!whole || ['last', 'before', 'after', 'offset', 'deleted', 'idempotencyKey'].includes(argument.name))) continue;
    const value = literal(argument.name, argument.type, known);
    if (value !== undefined) written.push(`${argument.name}: ${value}`);
    else {
      skipped.push(`${path.join('.')}(${argument.name})`);
      if (required) return undefined;
    }
  }
  return written.length > 0 ? `(${written.join(', ')})` : '';
}

/** A literal for an argument or an input's field; undefined when none can be made. */
function literal(name: string, type: GraphQLInputType, known: Known): string | undefined {
  if (isNonNullType(type)) return literal(name, type.ofType, known);
  if (isListType(type)) {
    const one = literal(name, type.ofType, known);
    return one === undefined ? undefined : `[${one}]`;
  }
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const parts = Object.values(type.getFields()).flatMap((field) => {
      const value = literal(field.name, field.type, known);
      return value === undefined ? (isNonNullType(field.type) ? [undefined] : []) : [`${field.name}: ${value}`];
    });
    return parts.includes(undefined) ? undefined : `{ ${parts.join(', ')} }`;
  }
  const value = known(name, type.name);
  return value === undefined ? undefined : literalOf(value);
}

/** A value as a literal of the query language: keys without quotes. */
function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${Object.entries(value).map(([key, one]) => `${key}: ${literalOf(one)}`).join(', ')} }`;
  return JSON.stringify(value);
}
