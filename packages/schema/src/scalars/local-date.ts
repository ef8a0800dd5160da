import { parseDate } from '@orbita/domain/calendar';
import { isRefused } from '@orbita/domain/refusal';
import { GraphQLScalarType, Kind } from 'graphql';
import { refusedInput } from './refused-input.ts';

const read = (text: unknown): string => {
  const date = parseDate(typeof text === 'string' ? text : '');
  if (isRefused(date)) throw refusedInput(date, 'Give a date, for example 2026-01-31.');
  return date;
};

/** A calendar date in the company's zone. */
export const LocalDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: "A calendar date in the company's time zone: 2026-01-31.",
  serialize: (value) => String(value).slice(0, 10),
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
});
