import type { Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, rowsOf } from '#connection';

/** Over the customers whom the viewer sees; only those who were judged count. */
export interface QualityFigures {
  readonly customers: number;
  /** Of whom nothing is missing. */
  readonly whole: number;
  /** Whole points; null when nobody was judged. */
  readonly average: number | null;
  /** How many score 0–9, 10–19, …, 90–100. */
  readonly distribution: readonly number[];
}

export interface FailingCheck {
  readonly check: string;
  readonly customers: number;
}

export const qualityGroupings = ['SOURCE', 'OWNER', 'TEAM'] as const;
export type QualityGrouping = (typeof qualityGroupings)[number];

/** The customers of one source, owner or team. */
export interface QualityGroup {
  /** Null for those of none. */
  readonly key: string | null;
  /** What an owner or team is called; a source is called by its key. */
  readonly name: string | null;
  readonly customers: number;
  readonly average: number;
  /** The most frequent first. */
  readonly failing: readonly FailingCheck[];
}

const seen = (viewer: Viewer): RawBuilder<unknown> => sql`
  customer_facts f join customer_quality q on q.customer_id = f.customer_id where ${visibleFacts('f', viewer)} and f.data_quality is not null`;

export async function qualityFigures(em: Em, viewer: Viewer): Promise<QualityFigures> {
  const rows = await rowsOf(em, sql<{ bucket: number; customers: number; whole: number; points: string }>`
    select least(f.data_quality / 10, 9) as bucket, count(*)::int as customers, (count(*) filter (where q.missing = '{}'))::int as whole, sum(f.data_quality) as points
    from ${seen(viewer)} group by 1`);
  const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
  const customers = sum((row) => row.customers);
  return {
    customers, whole: sum((row) => row.whole), average: customers === 0 ? null : Math.floor(sum(({ points }) => Number(points)) / customers),
    distribution: Array.from({ length: 10 }, (_, bucket) => rows.find((row) => Number(row.bucket) === bucket)?.customers ?? 0),
  };
}

/** How many of the customers whom the viewer sees fail each check, the most first. */
export function failingChecks(em: Em, viewer: Viewer): Promise<FailingCheck[]> {
  return rowsOf(em, sql<FailingCheck>`
    select lacking.key as "check", count(*)::int as customers from (select unnest(q.missing) as key from ${seen(viewer)}) lacking group by 1 order by 2 desc, 1`);
}

const keyOf = { SOURCE: sql`f.source`, OWNER: sql`f.owner_id::text`, TEAM: sql`f.team_id::text` };
const nameOf = {
  SOURCE: sql`null::text`, OWNER: sql`(select u.name from app_user u where u.id::text = g.key)`, TEAM: sql`(select t.name from team t where t.id::text = g.key)`,
};

/** The same for each source, owner or team, the greatest first; those beyond fifty are left out. */
export function qualityGroups(em: Em, by: QualityGrouping, viewer: Viewer): Promise<QualityGroup[]> {
  return rowsOf(em, sql<QualityGroup>`
    with seen as materialized (select ${keyOf[by]} as key, f.data_quality as score, q.missing from ${seen(viewer)}),
    g as (select key, count(*)::int as customers, floor(avg(score))::int as average from seen group by key order by 2 desc, key limit 50),
    lacking as (select seen.key, m.failing, count(*)::int as customers from seen cross join lateral unnest(seen.missing) m(failing) group by 1, 2)
    select g.key, ${nameOf[by]} as name, g.customers, g.average,
      coalesce((select json_agg(json_build_object('check', l.failing, 'customers', l.customers) order by l.customers desc, l.failing)
        from lacking l where l.key is not distinct from g.key), '[]') as failing
    from g order by g.customers desc, g.key`);
}
