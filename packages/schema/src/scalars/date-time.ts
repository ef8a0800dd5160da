import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const read = (text: unknown): Date => {
  const at = typeof text === 'string' ? new Date(text) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime()) || !/(Z|[+-]\d\d:\d\d)$/.test(String(text))) {
    throw new GraphQLError('Give an instant with its zone, for example 2026-01-31T09:30:00Z.', { extensions: { code: 'BAD_USER_INPUT' } });
  }
  return at;
};

const written = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d+))?\+00(?::00)?$/;

// The database writes UTC already: what is only spelt anew is not computed.
function inUtc(text: string): string {
  const [whole, date, time, fraction = ''] = written.exec(text) ?? [];
  return whole ? `${date}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z` : new Date(text).toISOString();
}

/** An instant, in UTC. Named queries hand over what the database wrote; entities hand over dates. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in UTC, as ISO 8601 text: 2026-01-31T09:30:00.000Z.',
  serialize: (value) => (typeof value === 'string' ? inUtc(value) : (value instanceof Date ? value : new Date(value as number)).toISOString()),
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
});
