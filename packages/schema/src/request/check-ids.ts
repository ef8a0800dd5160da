import { type GraphQLArgument, GraphQLError, GraphQLID, type GraphQLInputType, isInputObjectType, isListType, isNonNullType } from 'graphql';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Every id is a UUID: a malformed one is told at the door, with its path, and never reaches the database. */
export function checkIds(declared: readonly GraphQLArgument[], args: Readonly<Record<string, unknown>>): void {
  for (const { name, type } of declared) check(type, args[name], name);
}

function check(type: GraphQLInputType, value: unknown, path: string): void {
  if (value === null || value === undefined) return;
  if (isNonNullType(type)) return check(type.ofType, value, path);
  if (isListType(type)) {
    const { ofType } = type;
    return (Array.isArray(value) ? value : [value]).forEach((one, at) => check(ofType, one, `${path}.${at}`));
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).forEach((field) => check(field.type, (value as Record<string, unknown>)[field.name], `${path}.${field.name}`));
  }
  if (type === GraphQLID && !uuid.test(value as string)) {
    throw new GraphQLError(`"${String(value)}" is not an id.`, { extensions: { code: 'BAD_USER_INPUT', field: path } });
  }
}
