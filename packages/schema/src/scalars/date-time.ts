import { parseInstant, toIso } from '@orbita/domain/calendar';
import { isRefused } from '@orbita/domain/refusal';
import { GraphQLScalarType, Kind } from 'graphql';
import { refusedInput } from './refused-input.ts';

const read = (text: unknown): Date => {
  const at = parseInstant(typeof text === 'string' ? text : '');
  if (isRefused(at)) throw refusedInput(at, 'Give an instant with its zone, for example 2026-01-31T09:30:00Z.');
  return new Date(at);
};

const written = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d+))?\+00(?::00)?$/;

// The database writes UTC already: what is only spelt anew is not computed. What it holds beyond the calendar stands at its end.
function inUtc(text: string): string {
  const [whole, date, time, fraction = ''] = written.exec(text) ?? [];
  if (whole) return `${date}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
  const beyond = /BC$|^-infinity$/.test(text) ? -Infinity : /^(\d{5,}-|infinity$)/.test(text) ? Infinity : undefined;
  return toIso(beyond ?? Date.parse(text));
}

/** An instant, in UTC. Named queries hand over what the database wrote; entities hand over dates. */
export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in UTC, as ISO 8601 text: 2026-01-31T09:30:00.000Z.',
  serialize: (value) => (typeof value === 'string' ? inUtc(value) : toIso(value instanceof Date ? value.getTime() : value as number)),
  parseValue: read,
  parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
});
