import { type RawBuilder, sql } from 'kysely';
import type { KeysetOrder } from '#connection';
import type { SortedField } from './sorted-field.ts';

/** The rows `alias` of what keeps its values beside it in the order of one of the company's own fields, those without a value last. */
export function customOrder(alias: string, { name, kind, steps }: SortedField, descending: boolean): KeysetOrder {
  const id = sql.ref(`${alias}.id`);
  const value = sql`(${sql.ref(`${alias}.custom_compared`)} -> ${sql.lit(name)})`;
  const text = sql`case jsonb_typeof(${value}) when 'string' then left(${value} #>> '{}', 100) end`;
  if (steps || kind === 'NUMBER') {
    const number = steps ? sql`array_position(${[...steps]}::text[], ${text})::bigint` : numberOf(value);
    return { value: sql`coalesce(${number}, ${sql.lit(descending ? '-9223372036854775808' : '9223372036854775807')}::bigint)`, id, type: 'bigint', descending };
  }
  // A digit in front puts those without a value last, whatever a language sorts highest.
  const [filled, empty] = descending ? ['1', '0'] : ['0', '1'];
  return { value: sql`coalesce(${sql.lit(filled)} || (${text}), ${sql.lit(empty)})`, id, type: 'text', descending };
}

const numberOf = (value: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  case jsonb_typeof(${value}) when 'number' then (${value} #>> '{}')::bigint when 'boolean' then ((${value})::boolean)::int::bigint end`;
