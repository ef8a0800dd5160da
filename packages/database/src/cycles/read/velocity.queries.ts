import type { Viewer } from '@orbita/domain/access';
import type { OpenPhase } from '@orbita/domain/cycles';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { milliseconds } from '#facts';
import { type Cohort, inCohort, visibleCycles } from './cohort.queries.ts';

export interface Velocity {
  /** Median milliseconds of the visits that ended, by phase. */
  readonly phases: Readonly<Partial<Record<OpenPhase, number>>>;
  /** Median milliseconds from first contact to first order, of those who did not begin with it. */
  readonly firstPurchase: number | null;
}

/** How long the cycles of a cohort stay in each phase, and how long until the first order: one statement. */
export async function velocityOf(em: Em, cohort: Cohort, viewer: Viewer): Promise<Velocity> {
  const rows = await rowsOf(em, sql<{ phase: OpenPhase | null; time: number | null }>`
    with picked as materialized (
      select y.id, y.customer_id, y.origin, y.entry_phase, y.opened_at from ${visibleCycles(viewer)} where ${inCohort(cohort)}
    ), visit as materialized (
      select v.phase, v.entered_at, v.left_at, p.opened_at,
        v.phase = 'DELIVERY' and p.origin in ('NEW', 'REFERRED') and p.entry_phase in ('TRACTION', 'QUALIFICATION', 'OPPORTUNITY', 'QUOTATION') as first
      from picked p join cycle_visit v on v.cycle_id = p.id and v.customer_id = p.customer_id
    )
    select phase, ${median(sql`left_at`, sql`entered_at`)} as time from visit where left_at is not null group by phase
    union all select null, ${median(sql`entered_at`, sql`opened_at`)} from visit where first`);
  return {
    phases: Object.fromEntries(rows.flatMap(({ phase, time }) => (phase === null ? [] : [[phase, time]]))),
    firstPurchase: rows.find(({ phase }) => phase === null)?.time ?? null,
  };
}

/** Half up: the middle, or the mean of the two in the middle. */
const median = (end: RawBuilder<unknown>, start: RawBuilder<unknown>): RawBuilder<number | null> => sql<number | null>`
  floor(percentile_cont(0.5) within group (order by ${milliseconds(end)} - ${milliseconds(start)}) + 0.5)::float8`;
