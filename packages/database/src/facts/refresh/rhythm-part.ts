import { type RawBuilder, sql } from 'kysely';
import { days, localDateOf, type Moment } from './moment.ts';
import { effective } from './order-part.ts';

const clamped = (value: RawBuilder<unknown>, low: number, high: number): RawBuilder<unknown> =>
  sql`least(greatest(${value}, ${sql.lit(low)}), ${sql.lit(high)})`;

/**
 * `rhythm`: the customer's own rhythm in the integer form of LIFECYCLE §4.3 (`twice` is two times the median interval
 * between his last 13 days with a spot order); `clock`: the instants of §4.4 that it sets. Null for who bought nothing.
 */
export const rhythmPart = ({ zone }: Moment): RawBuilder<unknown> => sql`
  cross join lateral (
    select max(g.k) as k,
      sum(g.days) filter (where g.place in ((g.k + 1) / 2, (g.k + 2) / 2)) * (2 - (1 - max(g.k) % 2)) as twice
    from (
      select gap.days, row_number() over (order by gap.days) as place, count(*) over () as k
      from (
        select d.on_date - lead(d.on_date) over (order by d.on_date desc) as days
        from (
          select distinct ${localDateOf(sql`o.placed_at`, zone)} as on_date from sales_order o
          where o.customer_id = any(m.parts) and o.contract_ends_at is null and ${effective('o')}
          order by 1 desc limit 13
        ) d
      ) gap where gap.days is not null
    ) g
  ) median
  cross join lateral (
    select case when b.orders = 0 then null when median.k >= 3 then 'OWN' when median.k >= 1 then 'BLENDED' else 'FALLBACK' end as basis,
      case when b.orders > 0 then (${clamped(sql`case
        when median.k >= 3 then (median.twice + 1) / 2
        when median.k >= 1 then (median.k * median.twice + 4 * b.fallback_days + median.k + 2) / (2 * (median.k + 2))
        else b.fallback_days end`, 7, 730)})::bigint end as days offset 0
  ) rhythm
  cross join lateral (
    select
      b.last_spot_at + ${days(sql`3 * rhythm.days / 4`)} as next_offer_at,
      b.last_spot_at + ${days(sql`rhythm.days`)} as expected_next_order_at,
      greatest(b.last_spot_at + ${days(clamped(sql`2 * rhythm.days`, 30, 540))}, b.contracts_end) as alarm_at,
      greatest(b.last_spot_at + ${days(clamped(sql`3 * rhythm.days`, 90, 730))}, b.contracts_graced) as lapses_at
  ) clock`;
