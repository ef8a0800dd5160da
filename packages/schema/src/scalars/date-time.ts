import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const read = (text: unknown): Date => {
  const at = typeof text === 'string' ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime()) || !/(Z|[+-]\d\d:\d\d)$/.test(String(text))) {
    throw new GraphQLError('Give an instant with its zone, for example 2026-01-31T09:30:00Z.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return at;
};

/** An instant, in UTC. Named queries hand over what the database wrote; entities hand over dates. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in UTC, as ISO 8601 text: 2026-01-31T09:30:00.000Z.',
  serialize: (value) => (value instanceof Date ? value : new Date(value as string | number)).toISOString(),
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
});
