import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import { committedFrom } from '@orbita/domain/opportunities';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import type { Reading } from './opportunity-facts.queries.ts';
import { opportunitiesToSum, type OpportunityFilter } from './opportunity-list.queries.ts';
import { stageSource, weighed } from './source.queries.ts';

/** A month of the forecast, amounts in minor units of the company's currency; the month is null for what has no date. */
export interface ForecastRow {
  readonly month: string | null;
  readonly count: number;
  readonly won: string | null;
  readonly committed: string | null;
  readonly weighted: string | null;
  readonly bestCase: string | null;
}

/**
 * What open opportunities are expected to bring by month, beside what was won since a date: `weightedForecast` of the
 * domain in one statement, over everything that the filter names. What should have closed before keeps its month.
 */
export async function forecastByMonth(
  em: Em, filter: Omit<OpportunityFilter, 'status'>, wonSince: string, viewer: Viewer, reading: Reading,
): Promise<ForecastRow[]> {
  const amount = sql`coalesce(e.company_amount, 0)`;
  const { from, where } = opportunitiesToSum(filter, viewer, reading);
  const rows = await rowsOf(em, sql<ForecastRow>`
    with expected as (
      select o.company_amount, o.status, o.pipeline_id, o.stage, to_char(
        case o.status when 'WON' then (o.closed_at at time zone ${reading.zone})::date else o.expected_close_on end, 'YYYY-MM') as month
      from ${from}
      where ${where} and (o.status = 'OPEN'
        or o.status = 'WON' and o.closed_at >= (${wonSince}::date::timestamp at time zone ${reading.zone}))
    ), stages as (select p.id, s.key, s.probability from ${stageSource})
    select e.month, count(*)::int as count,
      coalesce(sum(${amount}) filter (where e.status = 'WON'), 0)::text as won,
      coalesce(sum(${amount}) filter (where e.status = 'WON' or s.probability >= ${sql.lit(committedFrom)}), 0)::text as committed,
      sum(case e.status when 'WON' then ${amount} else ${weighed(sql`e.company_amount`, sql`s.probability`)} end)::text as weighted,
      sum(${amount})::text as "bestCase"
    from expected e left join stages s on s.id = e.pipeline_id and s.key = e.stage
    group by e.month order by e.month nulls last`);
  if (mayReadMarked(viewer.role, 'revenue')) return rows;
  return rows.map(({ month, count }) => ({ month, count, won: null, committed: null, weighted: null, bestCase: null }));
}
