import { type RawBuilder, sql } from 'kysely';
import type { OrderApart } from '#connection';
import type { SortedField } from './sorted-field.ts';

/** A list of things of which the company keeps fields of its own. */
export interface ListOfThings {
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
  /** The values of a thing by the name of their field. */
  readonly values: RawBuilder<unknown>;
}

/** A list in the order of one of the company's own fields: one index holds the values of every field. */
export function customOrder({ from, where, id, values }: ListOfThings, field: SortedField, descending: boolean): OrderApart {
  const value = field.kind === 'NUMBER' ? sql`sort_key.number` : sql`sort_key.text`;
  return {
    value, type: field.kind === 'NUMBER' ? 'numeric' : 'text', rising: true, descending, steps: field.steps,
    filled: {
      id: sql`sort_key.thing_id`, from: sql`${from} join custom_order sort_key on sort_key.thing_id = ${id}`,
      where: sql`${where} and sort_key.field_id = ${field.id}::uuid and ${value} is not null`,
    },
    empty: { id, from, where: sql`${where} and not jsonb_exists(${values}, ${field.name})` },
  };
}
