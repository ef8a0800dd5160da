import { rfmSegmentOf, smallestRfmPopulation } from '@orbita/domain/ranking';
import { type RawBuilder, sql } from 'kysely';

const list = (name: string): RawBuilder<unknown>[] =>
  [0, 1, 2, 3].map((place) => sql`run.cuts -> ${sql.lit(name)} ->> ${sql.lit(place)}`);

/** `run`: the latest scoring run. */
export const latestRun: RawBuilder<unknown> = sql`
  run as materialized (select * from scoring_run order by ran_at desc, id desc limit 1)`;

/** 1 + the number of cut points that the value reaches; a cut that is not there is reached by nobody. */
function score(value: RawBuilder<unknown>, cuts: readonly RawBuilder<unknown>[], type: 'date' | 'bigint'): RawBuilder<number> {
  const reached = cuts.map((cut) => sql`coalesce((${value} >= (${cut})::${sql.raw(type)})::int, 0)`);
  return sql<number>`1 + ${sql.join(reached, sql` + `)}`;
}

const grid: RawBuilder<string> = sql<string>`case s.recency * 10 + s.frequency ${sql.join(
  [1, 2, 3, 4, 5].flatMap((recency) => [1, 2, 3, 4, 5].map((frequency) =>
    sql`when ${sql.lit(recency * 10 + frequency)} then ${sql.lit(rfmSegmentOf(recency, frequency))}`)), sql` `)} end`;

const reaches = (tier: string): RawBuilder<boolean> => sql<boolean>`s.value >= (run.cuts -> 'tier' ->> ${sql.lit(tier)})::bigint`;

/**
 * Scores, segment and tier of one customer by the cut points of `run`, a lateral select over his inputs; all null
 * without a run, or with one over too few buyers.
 */
export const scoredPart = (
  orders: RawBuilder<unknown>, amount: RawBuilder<unknown>, margin: RawBuilder<unknown>, lastOn: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  select
    case when s.bought then s.recency end as rfm_recency,
    case when s.bought then s.frequency end as rfm_frequency,
    case when s.bought then s.monetary end as rfm_monetary,
    case when s.bought then ${grid} when s.ranked then 'NO_PURCHASES' end as rfm_segment,
    case when s.bought then case when ${reaches('a')} then 'A' when ${reaches('b')} then 'B' when ${reaches('c')} then 'C' else 'D' end
      when s.ranked then 'NONE' end as value_tier,
    case when s.ranked then ${orders} end as rfm_input_orders,
    case when s.bought then ${amount} end as rfm_input_amount,
    case when s.bought then ${lastOn} end as rfm_input_last_on
  from (
    select run.population >= ${sql.lit(smallestRfmPopulation)} as ranked,
      run.population >= ${sql.lit(smallestRfmPopulation)} and ${orders} > 0 as bought,
      ${score(lastOn, list('recency'), 'date')} as recency,
      ${score(orders, list('frequency'), 'bigint')} as frequency,
      ${score(amount, list('monetary'), 'bigint')} as monetary,
      case run.basis when 'MARGIN' then ${margin} else ${amount} end as value
    offset 0
  ) s`;
