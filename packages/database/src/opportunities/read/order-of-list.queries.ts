import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import type { KeysetOrder } from '#connection';

/** By what a list of opportunities is sorted: each has an index. */
export const opportunityOrders = ['openedAt', 'stageSince', 'closedAt', 'expectedCloseOn', 'amount', 'title'] as const;
export type OpportunityOrder = (typeof opportunityOrders)[number];

export interface ListOrder {
  readonly by: OpportunityOrder;
  readonly descending: boolean;
}

/** The order of a list; `empty` where some have no value, who come last. To one who may not read amounts all are alike. */
export function orderOf({ by, descending }: ListOrder, viewer: Viewer): KeysetOrder & { readonly empty: boolean } {
  const [always, sometimes] = [{ id: sql`o.id`, descending, empty: false }, { id: sql`o.id`, descending, empty: true }];
  switch (by) {
    case 'openedAt': return { ...always, value: sql`o.opened_at`, type: 'timestamptz' };
    case 'stageSince': return { ...always, value: sql`o.stage_since`, type: 'timestamptz' };
    case 'title': return { ...always, value: sql`o.title_key`, type: 'text' };
    case 'closedAt': return { ...sometimes, value: sql`o.closed_at`, type: 'timestamptz' };
    case 'expectedCloseOn': return { ...sometimes, value: sql`o.expected_close_on`, type: 'date' };
    case 'amount': return mayReadMarked(viewer.role, 'revenue') ? { ...sometimes, value: sql`o.company_amount`, type: 'bigint' } : { ...always, value: sql`0::bigint`, type: 'bigint' };
    default: return by satisfies never;
  }
}
