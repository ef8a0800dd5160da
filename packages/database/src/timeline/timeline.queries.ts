import { mayReadMarked, scopeOf, type Viewer } from '@orbita/domain/access';
import type { Rule } from '@orbita/domain/rules';
import { auditCatalogue } from '@orbita/domain/timeline';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { type Em, keyset, type KeysetOrder, type KeysetPage, pageColumn, rowsOf } from '#connection';
import { whereRule } from '#rules';
import { auditFactColumns } from './audit-facts.queries.ts';
import { auditFound } from './audit-found.queries.ts';

/** One event as the timeline shows it. */
export interface TimelineRow {
  readonly id: string;
  readonly customerId: string;
  readonly no: number;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: { readonly id: string | null; readonly name: string | null; readonly kind: string };
  readonly channel: string;
  readonly origin: string;
  readonly payload: Record<string, unknown>;
  /** Values of personal fields, for those who may read them; null when erased or not theirs. */
  readonly personal: Record<string, unknown> | null;
}

/** Columns over the event `e`, by name: things that it is about, as they stand now. The rooms of those things make them. */
export type About = Readonly<Record<string, RawBuilder<unknown>>>;

export interface TimelinePage extends KeysetPage {
  readonly types?: readonly string[] | undefined;
}

/** The company's own fields that this viewer may not read, as events name them: asked once a statement. */
const hiddenFields = ({ role }: Viewer): RawBuilder<unknown> => role === 'administrator' ? sql`'{}'::text[]` : sql`
  (select coalesce(array_agg('custom.' || d.name), '{}') from custom_field d where d.readers is not null and ${role} <> all(d.readers))`;

/** What an event tells, but for the names of such fields. */
const payloadFor = (viewer: Viewer): RawBuilder<unknown> => viewer.role === 'administrator' ? sql`e.payload` : sql`
  case when e.type in ('customerUpdated', 'contactUpdated', 'leadUpdated', 'opportunityUpdated') and jsonb_typeof(e.payload -> 'changed') = 'array'
    then jsonb_set(e.payload, '{changed}', (e.payload -> 'changed') - ${hiddenFields(viewer)}) else e.payload end`;

const columns = (viewer: Viewer, about: About) => sql`
  e.id, e.customer_id as "customerId", e.no, e.type, e.occurred_at as "occurredAt", e.recorded_at as "recordedAt",
  json_build_object('id', e.actor_id, 'name', u.name, 'kind', e.actor_kind) as actor, e.channel, e.origin, ${payloadFor(viewer)} as payload,
  ${mayReadMarked(viewer.role, 'personal') ? sql`p.values - ${hiddenFields(viewer)}` : sql`null`} as personal${told(about)}`;

const told = (about: About) => sql.join(Object.entries(about).map(([name, row]) => sql`, ${row} as ${sql.id(name)}`), sql``);

const joined = sql`
  left join app_user u on u.id = e.actor_id
  left join event_personal p on p.customer_id = e.customer_id and p.event_no = e.no`;

/** The timeline of a customer and of those merged into him, newest first; one row more than asked tells of a next page. */
export function timelineOf(em: Em, customerId: string, page: TimelinePage, viewer: Viewer, about: About = {}): Promise<TimelineRow[]> {
  return rowsOf(em, timelinePage(sql`${customerId}::uuid`, page, viewer, about));
}

/** The same of each customer `c` of a statement, as a column of it. */
export const timelineOfCustomer = (page: TimelinePage, viewer: Viewer, about: About): RawBuilder<unknown> =>
  pageColumn(timelinePage(sql.ref('c.id'), page, viewer, about));

// Numbers count per customer: of those who are one now two events may have the same number at the same instant.
const shown: KeysetOrder = { value: sql.ref('e.occurred_at'), id: sql.ref('e.id'), type: 'timestamptz', descending: true };

export function timelinePage(customer: RawBuilder<unknown>, page: TimelinePage, viewer: Viewer, about: About): RawBuilder<TimelineRow> {
  // Each part is read by its index as far as the page goes; a long life is never sorted whole.
  const part = keyset({ ...page, size: page.size + (page.offset ?? 0), offset: 0 }, shown);
  const types = page.types?.length ? sql`and e.type = any(${page.types}::text[])` : sql``;
  return sql<TimelineRow>`
    select ${columns(viewer, about)}
    from customer root
    join customer part on part.id = root.id or part.merged_into = root.id
    cross join lateral (
      select * from timeline_event e where e.customer_id = part.id and ${part.beyond} ${types} ${part.tail}) e
    ${joined}
    where root.id = ${customer} and ${visible('root', viewer, 'timeline')}
    ${keyset(page, shown).tail}`;
}

export interface AuditFilter extends KeysetPage {
  /** Over the facts of the event. */
  readonly rule?: Rule | undefined;
  /** In what its customer is found by, in who did it, in the name of what of the company it is about. */
  readonly search?: string | undefined;
  readonly actorId?: string | undefined;
  readonly types?: readonly string[] | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
}

/** Everything that was written, over all customers, newest first: for those who may audit. */
export function auditTrail(em: Em, filter: AuditFilter, viewer: Viewer, now: Date, about: About = {}): Promise<TimelineRow[]> {
  const { rule } = filter;
  const conditions = [
    rule ? whereRule(rule, { now, viewer, catalogue: auditCatalogue(), ownColumn: (key) => auditFactColumns[key] }) : undefined,
    auditFound(filter.search ?? '', viewer),
    filter.actorId ? sql`e.actor_id = ${filter.actorId}::uuid` : undefined,
    filter.types?.length ? sql`e.type = any(${filter.types}::text[])` : undefined,
    filter.from ? sql`e.recorded_at >= ${filter.from.toISOString()}::timestamptz` : undefined,
    filter.until ? sql`e.recorded_at < ${filter.until.toISOString()}::timestamptz` : undefined,
  ].filter((condition) => condition !== undefined);
  const { beyond, tail } = keyset(filter, { value: sql.ref('e.recorded_at'), id: sql.ref('e.id'), type: 'timestamptz', descending: true });
  return rowsOf(em, sql<TimelineRow>`
    select ${columns(viewer, about)}, c.name as "customerName" from timeline_event e ${joined}
    left join customer c on c.id = e.customer_id
    where (${sql.lit(scopeOf(viewer.role, 'audit', 'read') === 'all')} and c.id is null or ${visible('c', viewer, 'audit')})
      and ${beyond} ${sql.join(conditions.map((one) => sql`and ${one}`), sql` `)}
    ${tail}`);
}
