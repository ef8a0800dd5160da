import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const read = (text: unknown): string => {
  if (typeof text === 'string' && /^-?\d{1,15}(\.\d{1,10})?$/.test(text)) return text;
  throw new GraphQLError('Give a decimal number as text, for example "12.50".', { extensions: { code: 'BAD_USER_INPUT' } });
};

/** An exact decimal number, as text: never a float. */
export const Decimal = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description: 'An exact decimal number as text: "12.50".',
  serialize: (value) => String(value),
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
});
