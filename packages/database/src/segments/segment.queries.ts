import { scopeOf, type Viewer } from '@orbita/domain/access';
import type { Rule } from '@orbita/domain/rules';
import { segmentCatalogue } from '@orbita/domain/segments';
import { type RawBuilder, sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, keyset, type KeysetPage, rowsOf } from '#connection';
import { whereRule } from '#rules';
import { segmentFactColumns } from './segment-facts.queries.ts';

/** Which customers a segment means: those for whom a rule holds, or those on its list. */
export type SegmentMeaning =
  | { readonly kind: 'RULE'; readonly rule: Rule }
  | { readonly kind: 'LIST'; readonly id: string };

/** The row behind the API's `Segment`. */
export interface SegmentRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly kind: 'RULE' | 'LIST';
  readonly rule: Rule | null;
  readonly shared: boolean;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly deletedAt: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface SegmentFilter {
  /** Over the facts of the segment. */
  readonly rule?: Rule | undefined;
  readonly search?: string | undefined;
  /** The deleted ones, to restore from. */
  readonly deleted?: boolean | undefined;
}

/** By what segments are sorted. */
export const segmentOrders = ['name', 'owner', 'updatedAt'] as const;

export interface SegmentOrder {
  readonly by: (typeof segmentOrders)[number];
  readonly descending: boolean;
}

const byName = { by: 'name', descending: false } as const;

// What nobody owns stands before what somebody does.
const sorts = {
  name: { value: sql`s.name`, type: 'text' },
  owner: { value: sql`coalesce(o.name, '')`, type: 'text' },
  updatedAt: { value: sql`s.updated_at`, type: 'timestamptz' },
} as const;

const columns = sql`
  s.id, s.name, s.description, s.kind, s.rule, s.shared, s.owner_id as "ownerId", o.name as "ownerName",
    s.deleted_at as "deletedAt", s.version, s.created_at as "createdAt", s.updated_at as "updatedAt"`;
const from = sql`segment s left join app_user o on o.id = s.owner_id`;

/** One's own, the shared ones, and those that nobody owns. */
const readable = (viewer: Viewer): RawBuilder<boolean> => scopeOf(viewer.role, 'segment', 'read') === 'none'
  ? sql<boolean>`false`
  : sql<boolean>`(s.owner_id = ${viewer.userId}::uuid or s.shared or s.owner_id is null)`;

const matches = ({ rule, ...filter }: SegmentFilter, viewer: Viewer, now: Date): RawBuilder<boolean> => sql<boolean>`
  ${readable(viewer)} ${rule ? sql`and ${whereRule(rule, { now, viewer, catalogue: segmentCatalogue(), ownColumn: (key) => segmentFactColumns[key] })}` : sql``} and s.deleted_at is ${filter.deleted ? sql`not null` : sql`null`}
  ${filter.search ? sql`and s.name ilike ${`%${filter.search.trim().replace(/[%_\\]/g, '\\$&')}%`}` : sql``}`;

/** A page of segments, one row more than asked. */
export function listSegments(em: Em, filter: SegmentFilter, page: KeysetPage, viewer: Viewer, now: Date, order: SegmentOrder = byName): Promise<(SegmentRow & { sortValue: string })[]> {
  const sort = sorts[order.by];
  const { beyond, tail } = keyset(page, { ...sort, id: sql`s.id`, descending: order.descending });
  return rowsOf(em, sql<SegmentRow & { sortValue: string }>`
    select ${columns}, (${sort.value})::text as "sortValue" from ${from} where ${matches(filter, viewer, now)} and ${beyond} ${tail}`);
}

export async function countSegments(em: Em, filter: SegmentFilter, viewer: Viewer, now: Date): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: string }>`select count(*) from segment s where ${matches(filter, viewer, now)}`);
  return Number(row?.count ?? 0);
}

export async function segmentById(em: Em, id: string, viewer: Viewer): Promise<SegmentRow | null> {
  const [row] = await rowsOf(em, sql<SegmentRow>`select ${columns} from ${from} where s.id = ${id}::uuid and ${readable(viewer)}`);
  return row ?? null;
}

export const meaningOf = ({ id, rule }: Pick<SegmentRow, 'id' | 'rule'>): SegmentMeaning =>
  rule ? { kind: 'RULE', rule } : { kind: 'LIST', id };

/** The condition for WHERE over the facts row `f`; what the viewer may not read is unknown in the rule. */
export function memberCondition(segment: SegmentMeaning, viewer: Viewer | undefined, now: Date): RawBuilder<boolean> {
  return segment.kind === 'RULE'
    ? whereRule(segment.rule, { alias: 'f', now, viewer })
    : sql<boolean>`f.customer_id in (
        select m.customer_id from segment_member m where m.segment_id = ${segment.id}::uuid and m.left_at is null)`;
}

/** How many customers of the viewer each segment has now, all in one statement; rules are counted live. */
export async function countMembers(em: Em, meant: readonly SegmentMeaning[], viewer: Viewer, now: Date): Promise<number[]> {
  const [first] = meant;
  if (!first) return [];
  const conditions = meant.map((segment) => memberCondition(segment, viewer, now));
  // One segment alone is found through indexes; several share one look at every row.
  const counts = conditions.length === 1 ? sql`count(*) as c0`
    : sql.join(conditions.map((condition, at) => sql`count(*) filter (where ${condition}) as ${sql.id(`c${at}`)}`));
  const [row] = await rowsOf(em, sql<Record<string, string>>`
    select ${counts} from customer_facts f
    where ${visibleFacts('f', viewer)} ${conditions.length === 1 ? sql`and ${conditions[0]}` : sql``}`);
  return meant.map((_, at) => Number(row?.[`c${at}`] ?? 0));
}
