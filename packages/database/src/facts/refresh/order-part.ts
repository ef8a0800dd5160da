import { rfmWindowDays } from '@orbita/domain/ranking';
import { type RawBuilder, sql } from 'kysely';
import { days, instant, localDateOf, type Moment, windowsOf } from './moment.ts';

/** Orders that count: neither cancelled nor returned in full. */
export const effective = (alias: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${alias}.cancelled_at`)} is null and not ${sql.ref(`${alias}.returned_whole`)})`;

/** When a contract ends: as agreed, or as of the notice that was given. */
const endOf = (alias: string): RawBuilder<unknown> =>
  sql`coalesce(${sql.ref(`${alias}.notice_ends_at`)}, ${sql.ref(`${alias}.contract_ends_at`)})`;

/**
 * `bought`: counts, sums and windows of the effective orders by their local dates; an order's amount, and its cost,
 * are of what was not returned. `held`: what the customer has of them.
 */
export const orderPart = (moment: Moment): RawBuilder<unknown> => sql`${totals(moment)} ${holdings(moment)}`;

function totals(moment: Moment): RawBuilder<unknown> {
  const { today, yearAgo, twoYearsAgo, days: window } = windowsOf(moment);
  const year = sql`o.on_date > ${yearAgo} and o.on_date <= ${today}`;
  const yearBefore = sql`o.on_date > ${twoYearsAgo} and o.on_date <= ${yearAgo}`;
  const scored = sql`o.on_date >= (select as_of - ${sql.lit(rfmWindowDays)} from run) and o.on_date <= ${today}`;
  return sql`
    cross join lateral (
      select
        count(*) as orders, min(o.placed_at) as first_at, max(o.placed_at) as last_at,
        max(o.placed_at) filter (where o.contract_ends_at is null) as last_spot_at,
        max(o.channel) filter (where o.back = 1) as last_channel,
        max(o.fallback_rhythm_days) filter (where o.back = 1) as fallback_days,
        max(o.ends_at) as contracts_end,
        max(o.ends_at) filter (where o.notice_ends_at is not null) as notice_ends, max(o.ends_at) filter (where o.notice_ends_at is null) as others_end,
        max(case when o.notice_ends_at is null then o.ends_at + ${days(sql`o.grace_days`)} else o.ends_at end) as contracts_graced,
        sum(o.amount)::bigint as revenue, sum(o.gross)::bigint as gross, sum(o.cost)::bigint as cost, sum(o.costed)::bigint as costed,
        count(*) filter (where ${year}) as orders12m,
        sum(o.amount) filter (where ${year})::bigint as revenue12m, sum(o.gross) filter (where ${year})::bigint as gross12m,
        sum(o.cost) filter (where ${year})::bigint as cost12m, sum(o.costed) filter (where ${year})::bigint as costed12m,
        count(*) filter (where ${yearBefore}) as orders_prev12m,
        sum(o.amount) filter (where ${yearBefore})::bigint as revenue_prev12m,
        count(*) filter (where ${scored}) as scored_orders, sum(o.amount) filter (where ${scored})::bigint as scored_amount,
        sum(o.amount - coalesce(o.cost, 0)) filter (where ${scored})::bigint as scored_margin,
        max(o.on_date) filter (where ${scored}) as scored_last_on,
        min(case when o.on_date > ${today} then o.on_date
          when o.on_date > ${yearAgo} then o.on_date + ${window}
          when o.on_date > ${twoYearsAgo} then o.on_date + 2 * ${window} end) as window_moves_on,
        min(o.ends_at) filter (where o.ends_at > ${instant(moment.now)}) as contract_stops_at
      from (
        select o.placed_at, o.channel, o.contract_ends_at, o.notice_ends_at, ${endOf('o')} as ends_at, ${localDateOf(sql`o.placed_at`, moment.zone)} as on_date,
          o.company_amount as gross, o.company_amount - o.company_returned as amount,
          o.company_cost - coalesce(o.company_cost_returned, 0) as cost, o.company_costed as costed, l.fallback_rhythm_days, l.grace_days,
          row_number() over (order by o.placed_at desc, o.id desc) as back
        from sales_order o join business_line l on l.id = o.line_id
        where o.customer_id = any(m.parts) and ${effective('o')}
      ) o
    ) b`;
}

/** Net quantities over all orders, those of contracts only while they run; returns without an order count as well. */
function holdings({ now }: Moment): RawBuilder<unknown> {
  const counts = sql`(${effective('o')} and (o.contract_ends_at is null or ${endOf('o')} > ${instant(now)}))`;
  return sql`
    cross join lateral (
      select count(*) as products, array_agg(n.product_id order by n.product_id) as product_ids,
        count(distinct p.category_id) as categories,
        array_agg(distinct p.category_id) filter (where p.category_id is not null) as category_ids
      from (
        select moved.product_id from (
          select l.product_id, l.quantity
          from sales_order o join order_line l on l.customer_id = o.customer_id and l.order_id = o.id
          where o.customer_id = any(m.parts) and l.customer_id = any(m.parts) and l.product_id is not null and ${counts}
          union all
          select r.product_id, -r.quantity
          from order_return r left join sales_order o on o.id = r.order_id and o.customer_id = r.customer_id
          where r.customer_id = any(m.parts) and r.product_id is not null and (r.order_id is null or ${counts})
        ) moved group by 1 having sum(moved.quantity) > 0
      ) n join product p on p.id = n.product_id
    ) held`;
}
