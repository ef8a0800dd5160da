import type { Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, rowsOf } from '#connection';
import { instant } from '#facts';

/** How a stage of a model does among the viewer's customers. Shares are whole percents, null where nothing was there to measure. */
export interface StageFigures {
  readonly stage: string;
  readonly customers: number;
  /** Half of the stays that ended within a year were not longer; days, null when none ended. */
  readonly medianDays: number | null;
  /** Half of those who stand there now have not stood there longer. */
  readonly medianDaysSoFar: number | null;
  /** Who came, and who went, within 30 days; an edit of the model moved none of them. */
  readonly entered: number;
  readonly departed: number;
  /** Of the stays that began more than 30 days ago, and within the year before, how many went on to a stage further along. */
  readonly moveOnShare: number | null;
  /** Which part of all who ever bought stands there. */
  readonly shareOfBuyers: number | null;
}

const percent = (part: ReturnType<typeof sql>, whole: ReturnType<typeof sql>) => sql`round(100.0 * ${part} / nullif(${whole}, 0))::int`;
const median = (days: ReturnType<typeof sql>) => sql`percentile_cont(0.5) within group (order by ${days})`;
const length = (until: ReturnType<typeof sql>) => sql`(extract(epoch from ${until} - v.entered_at) / 86400)`;

/** The stages of a model in figures, in one statement; stages in which nobody ever stood are left out. */
export function stageFigures(em: Em, model: string, displayOrder: readonly string[], viewer: Viewer, now: Date): Promise<StageFigures[]> {
  const at = instant(now);
  const month = sql`${at} - interval '30 days'`;
  const year = sql`${at} - interval '365 days'`;
  // Who came yesterday has had no time to go on.
  const ripe = sql`v.entered_at <= ${month} and v.entered_at > ${month} - interval '365 days'`;
  return rowsOf(em, sql<StageFigures>`
    with seen as (
      select customer_id, orders_count > 0 as buyer, f.stages -> ${model} ->> 'stage' as stage,
        (f.stages -> ${model} ->> 'since')::timestamptz as since
      from customer_facts f where ${visibleFacts('f', viewer)}
    ), standing as (
      select stage, count(*)::int as customers, count(*) filter (where buyer) as buyers,
        ${median(sql`extract(epoch from ${at} - since) / 86400`)} as so_far
      from seen where stage is not null group by 1
    ), stays as (
      select v.stage, v.no, v.entered_at, v.left_at, next.stage as next_stage,
        array_position(${displayOrder}::text[], next.stage) > array_position(${displayOrder}::text[], v.stage) as moved_on
      from seen join stage_visit v using (customer_id)
      left join stage_visit next on next.customer_id = v.customer_id and next.model = v.model and next.no = v.no + 1
      where v.model = ${model} and (v.entered_at > ${year} - interval '30 days' or v.left_at > ${year})
    ), moving as (
      select v.stage, ${median(length(sql`v.left_at`))} filter (where v.left_at > ${year}) as stay,
        count(*) filter (where v.entered_at > ${month} and v.no > 1)::int as entered,
        count(*) filter (where v.left_at > ${month} and v.next_stage is not null)::int as departed,
        ${percent(sql`count(*) filter (where v.moved_on and ${ripe})`, sql`count(*) filter (where ${ripe})`)} as moved_on
      from stays v group by 1
    )
    select stage, coalesce(s.customers, 0) as customers, round(m.stay)::int as "medianDays", round(s.so_far)::int as "medianDaysSoFar",
      coalesce(m.entered, 0) as entered, coalesce(m.departed, 0) as departed, m.moved_on as "moveOnShare",
      ${percent(sql`coalesce(s.buyers, 0)`, sql`(select count(*) from seen where buyer)`)} as "shareOfBuyers"
    from standing s full join moving m using (stage)`);
}
