import type { Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';

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
  return rowsOf(em, sql<TouchpointRow>`
    with meetings as (
      select 'CONTACT' as kind, coalesce(a.channel, a.kind) as channel, a.occurred_at as at, a.direction = 'INBOUND' as inbound
      from activity a
      where a.customer_id in (${ids(customerId, viewer, 'activity')}) and a.deleted_at is null
        and a.kind in ('CALL', 'MEETING', 'EMAIL', 'MESSAGE')
      union all
      select 'ORDER', o.channel, o.placed_at, true from sales_order o
      where o.customer_id in (${ids(customerId, viewer, 'order')}) and o.cancelled_at is null and not o.returned_whole
    )
    select kind, channel, to_char(at at time zone ${zone}, 'YYYY-MM') as month, count(*)::int as count,
      count(*) filter (where inbound)::int as inbound, min(at) as "firstAt", max(at) as "lastAt"
    from meetings group by 1, 2, 3 order by 3, 1, 2 nulls last`);
}

const ids = (customerId: string, viewer: Viewer, noun: 'activity' | 'order'): RawBuilder<unknown> => sql`
  select c.id from customer c join customer root on root.id = ${customerId}::uuid
  where (c.id = root.id or c.merged_into = root.id) and root.deleted_at is null and ${visible('root', viewer, noun)}`;
