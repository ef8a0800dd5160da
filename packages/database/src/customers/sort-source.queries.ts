import type { Viewer } from '@orbita/domain/access';
import { factDefinition } from '@orbita/domain/facts';
import { type RawBuilder, sql } from 'kysely';
import type { OrderApart } from '#connection';
import { customOrder, type SortedField } from '#custom-fields';
import { factColumn } from '#facts';

/** What a list is sorted by. */
export interface CustomerOrder {
  /** Key of a fact that a viewer may read. */
  readonly by: string;
  /** The company's own field that it is, which he may read. */
  readonly field?: SortedField | undefined;
  readonly descending: boolean;
}

const rising: readonly string[] = ['name', 'city', 'country', 'dataQuality'];
const falling: readonly string[] = ['customerSince', 'lastOrderAt', 'revenue12m', 'revenueTotal', 'ordersCount'];

/** The facts by which a list is sorted: each has an index, in the direction in which people mostly look. */
export const sortedFacts: readonly string[] = [...rising, ...falling];

/** The customers `f` for whom a condition holds, in an order. */
export function orderOf({ by, field, descending }: CustomerOrder, condition: RawBuilder<unknown>, viewer: Viewer, now: Date): OrderApart {
  const id = sql`f.customer_id`;
  const from = sql`customer_facts f`;
  if (field) return customOrder({ from, where: condition, id, values: sql`f.custom` }, field, descending);
  const value = factColumn(by, { alias: 'f', now, viewer });
  return {
    value, type: sortTypeOf(by), rising: rising.includes(by), descending,
    filled: { id, from, where: sql`${condition} and ${value} is not null` }, empty: { id, from, where: sql`${condition} and ${value} is null` },
  };
}

function sortTypeOf(fact: string): OrderApart['type'] {
  const type = factDefinition(fact)?.type;
  return type === 'integer' ? 'numeric' : type === 'instant' ? 'timestamptz' : 'text';
}
