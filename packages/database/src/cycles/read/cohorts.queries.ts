import type { Viewer } from '@orbita/domain/access';
import { type FunnelPhase, type Ledger, type OpenPhase, openPhases, rankOf } from '@orbita/domain/cycles';
import { type RawBuilder, sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { type Cohort, type CohortGroup, groupKey, groupName, inCohort, visibleCycles } from './cohort.queries.ts';

/** How far the cycles of a cohort came, without how long it took them. */
export type Reach = Omit<FunnelPhase, 'medianTime'>;

export interface CohortRow {
  /** First day of the month, id, origin or source; null where it is not known. */
  readonly key: string | null;
  readonly name: string | null;
  readonly ledger: Ledger;
  readonly funnel: readonly Reach[];
}

type Counts = Readonly<Record<string, string | number>>;

/** The ledger and the reach of a cohort as a whole, in one statement: one pass over its cycles. */
export async function cohortTotals(em: Em, cohort: Cohort, viewer: Viewer): Promise<Pick<CohortRow, 'ledger' | 'funnel'>> {
  const [row] = await rowsOf(em, sql<Counts>`select ${counts} from ${visibleCycles(viewer)} where ${inCohort(cohort)}`);
  return read(row ?? {});
}

/** The same by group: months and their like in their order, everything else the largest first. */
export async function cohortsBy(
  em: Em, cohort: Cohort, { by, zone, limit }: { readonly by: CohortGroup; readonly zone: string; readonly limit: number }, viewer: Viewer,
): Promise<CohortRow[]> {
  const order = by === 'MONTH' ? sql`g.key desc` : sql`g.started desc, g.key`;
  const rows = await rowsOf(em, sql<Counts & { key: string | null; name: string | null }>`
    select g.*, ${groupName(by)} as name from (
      select ${groupKey(by, zone)} as key, ${counts} from ${visibleCycles(viewer)} where ${inCohort(cohort)} group by 1
    ) g order by ${order} limit ${limit}`);
  return rows.map((row) => ({ key: row.key, name: row.name, ...read(row) }));
}

const count = (name: string, when: RawBuilder<unknown>): RawBuilder<unknown> => sql`count(*) filter (where ${when}) as ${sql.id(name)}`;

/** Phases up to this one, or from it on. */
const upTo = (rank: number) => sql`${openPhases.slice(0, rank + 1)}::text[]`;
const from = (rank: number) => sql`${openPhases.slice(rank)}::text[]`;

const counts: RawBuilder<unknown> = sql.join([
  sql`count(*) as started`,
  ...(['RECURRENT', 'REFERRED', 'RECURRENT_AND_REFERRED', 'LOST', 'DISQUALIFIED'] as const).map((outcome) => count(outcome, sql`y.outcome = ${outcome}`)),
  count('open', sql`y.outcome is null`),
  count('closedWithOrder', sql`y.outcome is not null and y.order_id is not null`),
  ...openPhases.flatMap((phase, rank) => [
    count(`lost:${phase}`, sql`y.lost_in_phase = ${phase}`),
    count(`leak:${phase}`, sql`y.leak_phase = ${phase}`),
    count(`reached:${phase}`, sql`y.furthest_phase = any(${from(rank)})`),
    count(`passing:${phase}`, sql`y.furthest_phase = any(${from(rank)}) and y.entry_phase = any(${upTo(rank)})`),
    ...(rank < openPhases.length - 1
      ? [count(`converted:${phase}`, sql`y.furthest_phase = any(${from(rank + 1)}) and y.entry_phase = any(${upTo(rank)})`)] : []),
  ]),
]);

function read(row: Counts): Pick<CohortRow, 'ledger' | 'funnel'> {
  const number = (name: string): number => Number(row[name] ?? 0);
  const byPhase = (what: string) => Object.fromEntries(openPhases.map((phase) => [phase, number(`${what}:${phase}`)])) as Record<OpenPhase, number>;
  const [recurrent, referred, recurrentAndReferred] = [number('RECURRENT'), number('REFERRED'), number('RECURRENT_AND_REFERRED')];
  const closedWithOrder = number('closedWithOrder');
  const well = recurrent + referred + recurrentAndReferred;
  return {
    ledger: {
      started: number('started'), recurrent, referred, recurrentAndReferred, lost: number('LOST'), disqualified: number('DISQUALIFIED'), open: number('open'),
      lostInPhase: byPhase('lost'), leakPhase: byPhase('leak'), closedWithOrder,
      healthPct: closedWithOrder === 0 ? null : Math.floor((200 * well + closedWithOrder) / (2 * closedWithOrder)),
    },
    funnel: openPhases.map((phase) => ({
      phase, reached: number(`reached:${phase}`), passing: number(`passing:${phase}`),
      converted: rankOf(phase) < openPhases.length - 1 ? number(`converted:${phase}`) : null,
    })),
  };
}
