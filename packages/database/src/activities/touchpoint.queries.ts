import type { Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsColumn, rowsOf } from '#connection';

/** How often a customer and the company met in one way in one month. */
export interface TouchpointRow {
  readonly kind: 'CONTACT' | 'ORDER';
  /** Null: not recorded. */
  readonly channel: string | null;
  /** `YYYY-MM` in the company's zone. */
  readonly month: string;
  readonly count: number;
  readonly inbound: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

/** The touchpoint map of a customer and of those merged into him: contacts and orders by channel and month, oldest first. */
export function touchpointsOf(em: Em, customerId: string, zone: string, viewer: Viewer): Promise<TouchpointRow[]> {
  return rowsOf(em, touchpoints(sql`${customerId}::uuid`, zone, viewer));
}

/** The same of each customer `c` of a statement, as a column of it. */
export const touchpointsOfCustomer = (zone: string, viewer: Viewer): RawBuilder<unknown> => rowsColumn(touchpoints(sql.ref('c.id'), zone, viewer));

function touchpoints(customer: RawBuilder<unknown>, zone: string, viewer: Viewer): RawBuilder<TouchpointRow> {
  return sql<TouchpointRow>`
    with meetings as (
      select 'CONTACT' as kind, coalesce(a.channel, a.kind) as channel, a.occurred_at as at, a.direction = 'INBOUND' as inbound
      from activity a
      where a.customer_id in (${ids(customer, viewer, 'activity')}) and a.deleted_at is null
        and a.kind in ('CALL', 'MEETING', 'EMAIL', 'MESSAGE')
      union all
      select 'ORDER', o.channel, o.placed_at, true from sales_order o
      where o.customer_id in (${ids(customer, viewer, 'order')}) and o.cancelled_at is null and not o.returned_whole
    )
    select kind, channel, to_char(at at time zone ${zone}, 'YYYY-MM') as month, count(*)::int as count,
      count(*) filter (where inbound)::int as inbound, min(at) as "firstAt", max(at) as "lastAt"
    from meetings group by 1, 2, 3 order by 3, 1, 2 nulls last`;
}

const ids = (customer: RawBuilder<unknown>, viewer: Viewer, noun: 'activity' | 'order'): RawBuilder<unknown> => sql`
  select own.id from customer own join customer root on root.id = ${customer}
  where (own.id = root.id or own.merged_into = root.id) and root.deleted_at is null and ${visible('root', viewer, noun)}`;
