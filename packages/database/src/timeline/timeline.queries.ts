import { mayReadMarked, scopeOf, type Viewer } from '@orbita/domain/access';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, rowsOf } from '#connection';

/** One event as the timeline shows it. */
export interface TimelineRow {
  readonly id: string;
  readonly customerId: string;
  readonly no: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actorId: string | null;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly channel: string;
  readonly origin: string;
  readonly payload: Record<string, unknown>;
  /** Values of personal fields, for those who may read them; null when erased or not theirs. */
  readonly personal: Record<string, unknown> | null;
  /** Things that the event is about, as they stand now, each under its name. */
  readonly about?: Readonly<Record<string, unknown>>;
}

/** Rows over the event `e` that are told with it, by name: the rooms of those things make them. */
export type About = Readonly<Record<string, RawBuilder<unknown>>>;

export interface TimelinePage {
  readonly types?: readonly string[] | undefined;
  /** Keyset: instant and number of the last event seen. */
  readonly after?: readonly [occurredAt: string, no: number] | undefined;
  readonly size: number;
}

const columns = (viewer: Viewer, about: About) => sql`
  e.id, e.customer_id as "customerId", e.no, e.type, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt",
  e.actor_id as "actorId", e.actor_kind as "actorKind", u.name as "actorName", e.channel, e.origin, e.payload,
  ${mayReadMarked(viewer.role, 'personal') ? sql`p.values` : sql`null`} as personal${told(about)}`;

const told = (about: About) => Object.keys(about).length === 0 ? sql`` : sql`,
  json_build_object(${sql.join(Object.entries(about).flatMap(([name, row]) => [sql`${sql.lit(name)}`, row]))}) as about`;

const joined = sql`
  left join app_user u on u.id = e.actor_id
  left join event_personal p on p.customer_id = e.customer_id and p.event_no = e.no`;

/** The timeline of a customer and of those merged into him, newest first; one row more than asked tells of a next page. */
export function timelineOf(em: Em, customerId: string, page: TimelinePage, viewer: Viewer, about: About = {}): Promise<TimelineRow[]> {
  const after = page.after
    ? sql`and (e.occurred_at, e.no) < (${page.after[0]}::timestamptz, ${page.after[1]}::int)` : sql``;
  const types = page.types?.length ? sql`and e.type = any(${page.types}::text[])` : sql``;
  // Each part is read by its index as far as the page goes; a long life is never sorted whole.
  return rowsOf(em, sql<TimelineRow>`
    select ${columns(viewer, about)}
    from customer root
    join customer part on part.id = root.id or part.merged_into = root.id
    cross join lateral (
      select * from timeline_event e where e.customer_id = part.id ${after} ${types}
      order by e.occurred_at desc, e.no desc limit ${page.size + 1}) e
    ${joined}
    where root.id = ${customerId}::uuid and ${visible('root', viewer, 'timeline')}
    order by e.occurred_at desc, e.no desc
    limit ${page.size + 1}`);
}

export interface AuditFilter {
  readonly actorId?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly after?: readonly [recordedAt: string, id: string] | undefined;
  readonly size: number;
}

/** Everything that was written, over all customers, newest first: for those who may audit. */
export function auditTrail(em: Em, filter: AuditFilter, viewer: Viewer, about: About = {}): Promise<TimelineRow[]> {
  const conditions = [
    filter.actorId ? sql`e.actor_id = ${filter.actorId}::uuid` : undefined,
    filter.types?.length ? sql`e.type = any(${filter.types}::text[])` : undefined,
    filter.from ? sql`e.recorded_at >= ${filter.from.toISOString()}::timestamptz` : undefined,
    filter.until ? sql`e.recorded_at < ${filter.until.toISOString()}::timestamptz` : undefined,
    filter.after ? sql`(e.recorded_at, e.id) < (${filter.after[0]}::timestamptz, ${filter.after[1]}::uuid)` : undefined,
  ].filter((condition) => condition !== undefined);
  return rowsOf(em, sql<TimelineRow>`
    select ${columns(viewer, about)}, c.name as "customerName" from timeline_event e ${joined}
    left join customer c on c.id = e.customer_id
    where (${sql.lit(scopeOf(viewer.role, 'audit', 'read') === 'all')} and c.id is null or ${visible('c', viewer, 'audit')}) ${sql.join(conditions.map((one) => sql`and ${one}`), sql` `)}
    order by e.recorded_at desc, e.id desc
    limit ${filter.size + 1}`);
}
