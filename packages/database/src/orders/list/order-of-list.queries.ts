import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import type { KeysetOrder } from '#connection';
import { partsOf } from '#facts';

/** What every order has, and what some have: those without it come last. */
const always = ['placedAt', 'number', 'customer', 'amount'] as const;
const sometimes = ['deliveredAt', 'settledAt', 'contractEndsAt'] as const;

/** By what a list of orders is sorted: each has an index. */
export const orderOrders = [...always, ...sometimes] as const;

export interface ListOrder<By = (typeof orderOrders)[number]> {
  readonly by: By;
  readonly descending: boolean;
}

export const isSometimes = (by: ListOrder['by']): by is (typeof sometimes)[number] => sometimes.some((one) => one === by);

export const sometimesThere: Readonly<Record<(typeof sometimes)[number], RawBuilder<unknown>>> = {
  deliveredAt: sql`o.delivered_at`, settledAt: sql`o.settled_at`, contractEndsAt: sql`o.contract_ends_at`,
};

/** The order of a list by what every order has; to one who may not read amounts all are alike. */
export function inOrderOf({ by, descending }: ListOrder<(typeof always)[number]>, viewer: Viewer): KeysetOrder {
  const id = sql`o.id`;
  switch (by) {
    case 'placedAt': return { value: sql`o.placed_at`, id, type: 'timestamptz', descending };
    case 'number': return { value: sql`(upper(o.number) collate "C")`, id, type: 'text', descending };
    case 'customer': return { value: sql`f.name`, id, type: 'text', descending };
    case 'amount': return { value: mayReadMarked(viewer.role, 'revenue') ? sql`o.company_amount` : sql`0::bigint`, id, type: 'bigint', descending };
    default: return by satisfies never;
  }
}

/** Orders as they are shown, read from the names of their customers on, which have an index. */
export const ordersByCustomer = sql`
  customer_facts f
  join customer root on root.id = f.customer_id and root.merged_into is null
  cross join lateral (select * from sales_order his where his.customer_id = any(${partsOf(sql`f.customer_id`)})) o`;
