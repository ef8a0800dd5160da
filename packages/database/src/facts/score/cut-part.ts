import { rfmWindowDays } from '@orbita/domain/ranking';
import { addDays, type PlainDate } from '@orbita/domain/calendar';
import { type RawBuilder, sql } from 'kysely';
import { date, localDateOf, type Moment, windowsOf } from '../refresh/moment.ts';

/**
 * `scorable`: each customer with his effective orders since asOf − 730, those after asOf included, as the next order's
 * refresh counts them. `population`: the buyers of asOf − 730 ≤ date < asOf alone, with how many are strictly below.
 */
export function populationPart(asOf: PlainDate, moment: Moment): RawBuilder<unknown> {
  const before = sql`o.on_date < ${date(asOf)}`;
  return sql`
    ordered as (
      select coalesce(c.merged_into, c.id) as customer_id, ${localDateOf(sql`o.placed_at`, moment.zone)} as on_date,
        o.company_amount as gross, o.company_amount - o.company_returned as amount,
        coalesce(o.company_cost - coalesce(o.company_cost_returned, 0), 0) as cost, o.company_costed as costed
      from sales_order o join customer c on c.id = o.customer_id
      where o.cancelled_at is null and not o.returned_whole
    ), counted as (
      select o.customer_id, count(*) as orders, sum(o.amount) as amount, sum(o.amount - o.cost) as margin, max(o.on_date) as last_on,
        count(*) filter (where ${before}) as frequency, max(o.on_date) filter (where ${before}) as recency,
        sum(o.amount) filter (where ${before}) as monetary, sum(o.amount - o.cost) filter (where ${before}) as profit,
        sum(o.gross) filter (where ${before}) as gross, sum(o.costed) filter (where ${before}) as costed
      from ordered o
      where o.on_date >= ${date(addDays(asOf, -rfmWindowDays))} and o.on_date <= ${windowsOf(moment).today}
      group by 1
    ), scorable as (
      select f.customer_id, coalesce(n.orders, 0) as orders, n.amount, n.margin, n.last_on
      from customer_facts f left join counted n using (customer_id) where not f.hidden
    ), population as (
      select n.*, count(*) over () as n,
        rank() over (order by n.recency) - 1 as recency_below, rank() over (order by n.frequency) - 1 as frequency_below,
        rank() over (order by n.monetary) - 1 as monetary_below, rank() over (order by n.profit) - 1 as profit_below
      from counted n join customer_facts f using (customer_id) where n.frequency > 0 and not f.hidden
    )`;
}

/** The smallest value present of which `numerator/denominator` of the population or more are strictly below. */
const cut = (value: string, numerator: number, denominator: number): RawBuilder<unknown> => sql`
  min(${sql.ref(value)}) filter (where ${sql.lit(denominator)} * ${sql.ref(`${value}_below`)} >= ${sql.lit(numerator)} * n)`;

const fifths = (value: string): RawBuilder<unknown> =>
  sql`array_remove(array[${sql.join([1, 2, 3, 4].map((k) => cut(value, k, 5)))}], null)`;

const tiers = (value: string): RawBuilder<unknown> =>
  sql`jsonb_build_object('a', ${cut(value, 9, 10)}, 'b', ${cut(value, 7, 10)}, 'c', ${cut(value, 4, 10)})`;

/** `cut`: one row, the cut points of the population and the basis of its tiers: margin when cost is known for 80 %. */
export const cutPart: RawBuilder<unknown> = sql`
  cut as (
    select count(population.customer_id) as population, m.basis, jsonb_build_object(
      'recency', ${fifths('recency')}, 'frequency', ${fifths('frequency')}, 'monetary', ${fifths('monetary')},
      'tier', case m.basis when 'MARGIN' then ${tiers('profit')} else ${tiers('monetary')} end) as cuts
    from (select case when sum(gross) > 0 and 5 * sum(costed) >= 4 * sum(gross) then 'MARGIN' else 'REVENUE' end as basis from population) m
    left join population on true
    group by m.basis
  )`;
