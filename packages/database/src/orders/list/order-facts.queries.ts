import { type RawBuilder, sql } from 'kysely';
import { plainText } from '#facts';

/** Where the order `o` stands: `orderStanding` of the domain in SQL. */
export const standing = sql<string>`(case
  when o.cancelled_at is not null then 'CANCELLED' when o.returned_whole then 'RETURNED' when o.settled_at is not null then 'SETTLED'
  when o.delivered_at is not null then 'DELIVERED' else 'PLACED' end)`;

/** Where the facts of the order `o` are, in the form in which rules compare them: `orderFacts` of the domain in SQL. */
export const orderFactColumns: Readonly<Record<string, RawBuilder<unknown>>> = {
  'order.standing': standing, 'order.placedAt': sql`o.placed_at`, 'order.amount': sql`o.company_amount`, 'order.returned': sql`o.company_returned`,
  'order.currency': sql`o.currency::text`, 'order.channel': sql`o.channel`, 'order.source': sql`o.source`,
  'order.system': sql`nullif(${plainText(sql`o.system`)}, '')`, 'order.lineId': sql`o.line_id`,
  'order.productIds': sql`array(
    select distinct l.product_id from order_line l
    where l.customer_id = o.customer_id and l.order_id = o.id and l.product_id is not null order by 1)`,
  'order.deliveredAt': sql`o.delivered_at`, 'order.settledAt': sql`o.settled_at`, 'order.cancelledAt': sql`o.cancelled_at`,
  'order.contractEndsAt': sql`o.contract_ends_at`, 'order.noticeEndsAt': sql`o.notice_ends_at`,
  'order.isRenewal': sql`(o.renews_order_id is not null)`, 'order.isTracked': sql`o.tracked`,
};
