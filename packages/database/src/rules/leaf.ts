import type { FactType } from '@orbita/domain/facts';
import type { Comparison, Leaf } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { beyond, type Bound, compareNumber, dayBounds, outsideBounds, withinBounds } from './numbers.ts';

type Condition = RawBuilder<boolean>;

/** A fact or field as the statement reads it; sets of ids are arrays of uuid. */
export interface Compared {
  readonly column: RawBuilder<unknown>;
  readonly type: FactType;
  readonly elementsAreIds: boolean;
}

export const unknown: Condition = sql<boolean>`null::boolean`;

/** The answer for every row that has a value: unknown on null. */
const answer = (column: RawBuilder<unknown>, truth: boolean): Condition =>
  sql<boolean>`case when ${column} is not null then ${sql.lit(truth)} end`;

/** One predicate in three values, as `evaluateLeaf` of the domain answers it; the arithmetic is on the constant. */
export function compileLeaf(leaf: Leaf, field: Compared, now: number): Condition {
  const { column, type } = field;
  switch (leaf.is) {
    case 'isSet': return sql<boolean>`(${column} is not null)`;
    case 'in': return oneOf(field, leaf.values);
    case 'contains': return type === 'set' ? hasElement(field, leaf.value) : hasPiece(field, `%${escaped(leaf.value)}%`);
    case 'startsWith': return type === 'set' ? unknown : hasPiece(field, `${escaped(leaf.value)}%`);
    case 'reached': return isNumber(type) ? compareNumber(field, 'le', now) : unknown;
    case 'daysSince': case 'daysUntil': return isNumber(type) ? compareDays(field, leaf, now) : unknown;
    default: return compareValue(field, leaf.is, leaf.value);
  }
}

const isNumber = (type: FactType): boolean => type === 'integer' || type === 'instant';
const isText = (type: FactType): boolean => type === 'text' || type === 'enum' || type === 'id';

function compareValue(field: Compared, comparison: Comparison, value: number | string | boolean): Condition {
  const { column, type } = field;
  if (typeof value === 'number') return isNumber(type) ? compareNumber(field, comparison, value) : unknown;
  if (comparison !== 'eq' && comparison !== 'ne') return unknown;
  const operator = sql.raw(comparison === 'eq' ? '=' : '<>');
  if (typeof value === 'boolean') {
    return type === 'boolean' ? sql<boolean>`(${column} ${operator} ${sql.lit(value)})` : unknown;
  }
  if (!isText(type)) return unknown;
  if (!canHold(type, value)) return answer(column, comparison === 'ne');
  return sql<boolean>`(${column} ${operator} ${constant(type, value)})`;
}

function oneOf(field: Compared, values: readonly (number | string)[]): Condition {
  const { column, type } = field;
  if (isNumber(type)) {
    const numbers = values.filter((value) => typeof value === 'number');
    return numbers.length === 0 ? answer(column, false)
      : sql<boolean>`(${sql.join(numbers.map((value) => compareNumber(field, 'eq', value)), sql` or `)})`;
  }
  const texts = isText(type) ? values.filter((value) => typeof value === 'string' && canHold(type, value)) : [];
  return texts.length === 0 ? answer(column, false)
    : sql<boolean>`(${column} = any(${texts}::${sql.raw(type === 'id' ? 'uuid' : 'text')}[]))`;
}

function hasElement({ column, elementsAreIds }: Compared, value: string): Condition {
  const type: FactType = elementsAreIds ? 'id' : 'text';
  if (!canHold(type, value)) return answer(column, false);
  return sql<boolean>`(${column} @> array[${constant(type, value)}])`;
}

function hasPiece({ column, type }: Compared, pattern: string): Condition {
  if (!isText(type)) return unknown;
  if (!storable(pattern)) return answer(column, false);
  return sql<boolean>`(${type === 'id' ? sql`${column}::text` : column} like ${pattern}::text)`;
}

function compareDays(field: Compared, leaf: Extract<Leaf, { is: 'daysSince' | 'daysUntil' }>, now: number): Condition {
  const bounds: Bound = dayBounds(leaf.is, leaf.compare, leaf.days, now);
  if (bounds === beyond.all) return answer(field.column, true);
  if (bounds === beyond.none) return answer(field.column, false);
  return leaf.compare === 'ne' ? outsideBounds(field, bounds) : withinBounds(field, bounds);
}

const escaped = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);

/** PostgreSQL has no text with the zero character, nor with half a surrogate pair. */
const storable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** Ids compare as they are written out: lower case, with hyphens; another spelling is another text. */
const canHold = (type: FactType, value: string): boolean =>
  type === 'id' ? /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(value) : storable(value);

const constant = (type: FactType, value: string): RawBuilder<unknown> =>
  sql`${value}::${sql.raw(type === 'id' ? 'uuid' : 'text')}`;
