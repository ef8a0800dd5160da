import type { FactType } from '@orbita/domain/facts';
import type { Comparison } from '@orbita/domain/rules';
import { day, toIso } from '@orbita/domain/calendar';
import { type RawBuilder, sql } from 'kysely';

type Condition = RawBuilder<boolean>;

interface NumberField {
  readonly column: RawBuilder<unknown>;
  readonly type: FactType;
}

/** A half-open range of integers [from, before): what a comparison with a constant leaves. */
export interface Range {
  readonly from: number;
  readonly before: number;
}

/** Every number or none: the constant decides alone. */
export const beyond = { all: 'ALL', none: 'NONE' } as const;
export type Bound = Range | 'ALL' | 'NONE';

/** Compares a whole-number fact, or an instant in milliseconds, with any number; the constant becomes a whole one. */
export function compareNumber(field: NumberField, comparison: Comparison, value: number): Condition {
  const { column } = field;
  switch (comparison) {
    case 'lt': return sql<boolean>`(${column} < ${literal(field, Math.ceil(value))})`;
    case 'le': return sql<boolean>`(${column} <= ${literal(field, Math.floor(value))})`;
    case 'gt': return sql<boolean>`(${column} > ${literal(field, Math.floor(value))})`;
    case 'ge': return sql<boolean>`(${column} >= ${literal(field, Math.ceil(value))})`;
    case 'eq': case 'ne': {
      if (!Number.isInteger(value)) return sql<boolean>`case when ${column} is not null then ${sql.lit(comparison === 'ne')} end`;
      return sql<boolean>`(${column} ${sql.raw(comparison === 'eq' ? '=' : '<>')} ${literal(field, value)})`;
    }
    default: return comparison satisfies never;
  }
}

/**
 * The range of instants for which whole days since (or until) them compare so: `floor((now − x) / day) ≥ n` is
 * `x ≤ now − n·day`, and so on. `ne` gives the range of `eq`; its caller asks for what lies outside.
 */
export function dayBounds(is: 'daysSince' | 'daysUntil', comparison: Comparison, days: number, now: number): Bound {
  const [least, most] = wholeDays(comparison, days);
  if (least > most) return comparison === 'ne' ? beyond.all : beyond.none;
  return is === 'daysSince'
    ? { from: now - (most + 1) * day + 1, before: now - least * day + 1 }
    : { from: now + least * day, before: now + (most + 1) * day };
}

/** The whole numbers of days, least and most, that compare so with any number. */
function wholeDays(comparison: Comparison, days: number): readonly [least: number, most: number] {
  switch (comparison) {
    case 'lt': return [-Infinity, Math.ceil(days) - 1];
    case 'le': return [-Infinity, Math.floor(days)];
    case 'gt': return [Math.floor(days) + 1, Infinity];
    case 'ge': return [Math.ceil(days), Infinity];
    case 'eq': case 'ne': return [Math.ceil(days), Math.floor(days)];
    default: return comparison satisfies never;
  }
}

export function withinBounds(field: NumberField, { from, before }: Range): Condition {
  const { column } = field;
  const above = sql<boolean>`${column} >= ${literal(field, from)}`;
  const below = sql<boolean>`${column} < ${literal(field, before)}`;
  if (from === -Infinity) return sql<boolean>`(${below})`;
  return before === Infinity ? sql<boolean>`(${above})` : sql<boolean>`(${above} and ${below})`;
}

export function outsideBounds(field: NumberField, { from, before }: Range): Condition {
  return sql<boolean>`(${field.column} < ${literal(field, from)} or ${field.column} >= ${literal(field, before)})`;
}

// Facts are safe integers and instants of years 1 to 9999: a constant beyond them compares like the end of the range.
const firstInstant = Date.parse('0001-01-01T00:00:00Z');
const lastInstant = Date.parse('9999-12-31T23:59:59.999Z');
const largest = 2 ** 53;

function literal({ type }: NumberField, value: number): RawBuilder<unknown> {
  if (type !== 'instant') return sql`${String(Math.min(Math.max(value, -largest), largest))}::bigint`;
  if (value < firstInstant) return sql`'-infinity'::timestamptz`;
  if (value > lastInstant) return sql`'infinity'::timestamptz`;
  return sql`${toIso(value)}::timestamptz`;
}
