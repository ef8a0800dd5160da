import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const read = (text: unknown): string => {
  if (typeof text === 'string' && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return text;
  throw new GraphQLError('Give a date, for example 2026-01-31.', { extensions: { code: 'BAD_USER_INPUT' } });
};

/** A calendar date in the company's zone. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: "A calendar date in the company's time zone: 2026-01-31.",
  serialize: (value) => String(value).slice(0, 10),
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
});
