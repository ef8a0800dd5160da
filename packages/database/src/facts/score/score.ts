import type { Instant, PlainDate } from '@orbita/domain/calendar';
import type { ValueBasis } from '@orbita/domain/ranking';
import { type RawBuilder, sql } from 'kysely';
import { type Em, newId, rowsOf } from '#connection';
import { date, instant, milliseconds, type Moment } from '../refresh/moment.ts';
import { cutPart, populationPart } from './cut-part.ts';
import { scoredPart } from './scored-part.ts';

/** A dated scoring run: what scores any customer until the next. */
export interface ScoringRun {
  readonly id: string;
  readonly asOf: PlainDate;
  readonly ranAt: Instant;
  readonly basis: ValueBasis;
  /** Buyers of the window; under 25 nobody is scored. */
  readonly population: number;
  readonly cuts: {
    readonly recency: readonly PlainDate[];
    readonly frequency: readonly number[];
    readonly monetary: readonly number[];
    readonly tier: { readonly a: number | null; readonly b: number | null; readonly c: number | null };
  };
}

/** What rules read, and what it was made of. */
const told = ['rfm_recency', 'rfm_frequency', 'rfm_monetary', 'rfm_segment', 'value_tier'].map((name) => sql.ref(name));
const scores = [...told, ...['rfm_input_orders', 'rfm_input_amount', 'rfm_input_last_on'].map((name) => sql.ref(name))];

const ofRow = (alias: string, of = scores): RawBuilder<unknown> => sql.join(of.map((name) => sql`${sql.ref(alias)}.${name}`));

const otherwise = sql`(${ofRow('f', told)}) is distinct from (${ofRow('s', told)})`;

/**
 * Scores everybody by rank among the buyers (LIFECYCLE §4.1, §4.2) in one statement: stores the cut points as a run
 * and changes only the rows whose scores changed. Whose rules may hold otherwise now is due for review at once, at this
 * instant. Facts must have been refreshed before.
 */
export async function score(em: Em, { asOf, ...moment }: Moment & { asOf: PlainDate }): Promise<ScoringRun & { changed: number }> {
  const [run] = await rowsOf(em, sql<ScoringRun & { changed: number }>`
    with ${populationPart(asOf, moment)}, ${cutPart}, run as (
      insert into scoring_run (id, as_of, ran_at, basis, population, cuts)
      select ${newId()}::uuid, ${date(asOf)}, ${instant(moment.now)}, basis, population, cuts from cut returning *
    ), scored as (
      select i.customer_id, s.* from scorable i cross join run
      cross join lateral (${scoredPart(sql`i.orders`, sql`i.amount`, sql`i.margin`, sql`i.last_on`)}) s
    ), changed as (
      update customer_facts f set ${sql.join(scores.map((name) => sql`${name} = s.${name}`))},
        stale_at = case when ${otherwise} then least(f.stale_at, ${instant(moment.now)}) else f.stale_at end,
        next_review_at = case when ${otherwise} then least(f.next_review_at, ${instant(moment.now)}) else f.next_review_at end
      from scored s
      where f.customer_id = s.customer_id and (${ofRow('f')}) is distinct from (${ofRow('s')})
      returning 1
    )
    select ${columns}, (select count(*)::int from changed) as changed from run`);
  if (!run) throw new Error('a scoring run always has a row');
  return run;
}

/** The run by whose cut points customers are scored now; null before the first. */
export async function latestScoring(em: Em): Promise<ScoringRun | null> {
  const [run] = await rowsOf(em, sql<ScoringRun>`select ${columns} from scoring_run run order by ran_at desc, id desc limit 1`);
  return run ?? null;
}

const columns = sql`run.id, run.as_of::text as "asOf", ${milliseconds(sql`run.ran_at`)} as "ranAt", run.basis, run.population, run.cuts`;
