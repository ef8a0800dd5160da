import type { Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import type { SortedField } from '#custom-fields';
import { factColumn } from '#facts';

/** What a list is sorted by. */
export interface CustomerOrder {
  /** Key of a fact that a viewer may read. */
  readonly by: string;
  /** The company's own field that it is, which he may read. */
  readonly field?: SortedField | undefined;
  readonly descending: boolean;
}

/** From where a sorted list reads, over the facts row `f`. */
interface SortSource {
  readonly from: RawBuilder<unknown>;
  readonly value: RawBuilder<unknown>;
  /** Which rows have a value, and which have none. */
  readonly sorted: RawBuilder<unknown>;
  readonly missing: RawBuilder<unknown>;
  /** Whether the index rises. */
  readonly rising: boolean;
  readonly steps?: readonly string[] | undefined;
}

const rising: readonly string[] = ['name', 'city', 'country', 'dataQuality'];
const falling: readonly string[] = ['customerSince', 'lastOrderAt', 'revenue12m', 'revenueTotal', 'ordersCount'];

/** The facts by which a list is sorted: each has an index, in the direction in which people mostly look. */
export const sortedFacts: readonly string[] = [...rising, ...falling];

export function sourceOf({ by, field }: CustomerOrder, viewer: Viewer, now: Date): SortSource {
  if (field) return customSource(field);
  const value = factColumn(by, { alias: 'f', now, viewer });
  return { from: sql`customer_facts f`, value, sorted: sql`${value} is not null`, missing: sql`${value} is null`, rising: rising.includes(by) };
}

/** One index holds the values of every field. */
function customSource({ id, name, kind, steps }: SortedField): SortSource {
  const value = kind === 'NUMBER' ? sql`o.number` : sql`o.text`;
  return {
    from: sql`custom_order o join customer_facts f on f.customer_id = o.customer_id`, value, rising: true, steps,
    sorted: sql`(o.field_id = ${id}::uuid and ${value} is not null)`, missing: sql`(f.custom -> ${sql.lit(name)}) is null`,
  };
}
