import { type RawBuilder, sql } from 'kysely';
import { days } from './moment.ts';

const clamped = (value: RawBuilder<unknown>, low: number, high: number): RawBuilder<unknown> =>
  sql`least(greatest(${value}, ${sql.lit(low)}), ${sql.lit(high)})`;

/**
 * The customer's own rhythm in the integer form of LIFECYCLE §4.3 (`twice` is two times the median interval between
 * his last 13 purchase days), and the clock of §4.4 that it sets: rows `rhythm` and `clock`, one a customer who bought.
 */
export const rhythmPart: RawBuilder<unknown> = sql`
  purchase_day as (
    select customer_id, on_date, row_number() over (partition by customer_id order by on_date desc) as back
    from (select distinct customer_id, on_date from ordered where contract_ends_at is null) d
  ), gap as (
    select customer_id, days, row_number() over (partition by customer_id order by days) as place,
      count(*) over (partition by customer_id) as k
    from (
      select customer_id, on_date - lead(on_date) over (partition by customer_id order by on_date desc) as days
      from purchase_day where back <= 13
    ) g where days is not null
  ), median as (
    select customer_id, k, sum(days) * case when k % 2 = 1 then 2 else 1 end as twice
    from gap where place in ((k + 1) / 2, (k + 2) / 2) group by customer_id, k
  ), rhythm as (
    select b.*,
      case when m.k >= 3 then 'OWN' when m.k >= 1 then 'BLENDED' else 'FALLBACK' end as basis,
      (${clamped(sql`case
        when m.k >= 3 then (m.twice + 1) / 2
        when m.k >= 1 then (m.k * m.twice + 4 * b.fallback_days + m.k + 2) / (2 * (m.k + 2))
        else b.fallback_days end`, 7, 730)})::bigint as days
    from bought b left join median m using (customer_id)
  ), clock as (
    select r.*,
      r.last_spot_at + ${days(sql`3 * r.days / 4`)} as next_offer_at,
      r.last_spot_at + ${days(sql`r.days`)} as expected_at,
      greatest(r.last_spot_at + ${days(clamped(sql`2 * r.days`, 30, 540))}, r.contracts_end) as alarm_at,
      greatest(r.last_spot_at + ${days(clamped(sql`3 * r.days`, 90, 730))}, r.contracts_graced) as lapses_at
    from rhythm r
  )`;
