import type { Viewer } from '@orbita/domain/access';
import type { Origin } from '@orbita/domain/cycles';
import { type RawBuilder, sql } from 'kysely';
import { visible } from '#access';
import { localDateOf } from '#facts';

/** Which cycles: by what is known when they open. */
export interface Cohort {
  /** Opened at this instant or later… */
  readonly from?: Date | undefined;
  /** …and before this one. */
  readonly until?: Date | undefined;
  readonly lineId?: string | undefined;
  readonly origin?: Origin | undefined;
  readonly source?: string | undefined;
  /** Whose customer it was. */
  readonly ownerId?: string | undefined;
}

export const cohortGroups = ['MONTH', 'OWNER', 'LINE', 'ORIGIN', 'SOURCE'] as const;

/** By what cycles are told apart; all of these are fixed when a cycle opens. */
export type CohortGroup = (typeof cohortGroups)[number];

/** The cycles `y` of customers whom the viewer sees, as they are known now: `w`. */
export const visibleCycles = (viewer: Viewer): RawBuilder<unknown> => sql`
  cycle y join customer c on c.id = y.customer_id
  join customer w on w.id = coalesce(c.merged_into, c.id) and w.deleted_at is null and ${visible('w', viewer)}`;

/** The condition over `y`. */
export function inCohort({ from, until, lineId, origin, source, ownerId }: Cohort): RawBuilder<boolean> {
  const parts = [
    from ? sql`y.opened_at >= ${from.toISOString()}::timestamptz` : undefined,
    until ? sql`y.opened_at < ${until.toISOString()}::timestamptz` : undefined,
    lineId ? sql`y.line_id = ${lineId}::uuid` : undefined,
    origin ? sql`y.origin = ${origin}` : undefined,
    source ? sql`y.source = ${source}` : undefined,
    ownerId ? sql`y.owner_id = ${ownerId}::uuid` : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** The key of a group over `y`; months are the company's. */
export function groupKey(by: CohortGroup, zone: string): RawBuilder<string | null> {
  switch (by) {
    case 'MONTH': return sql<string | null>`date_trunc('month', ${localDateOf(sql`y.opened_at`, zone)})::date::text`;
    case 'OWNER': return sql<string | null>`y.owner_id::text`;
    case 'LINE': return sql<string | null>`y.line_id::text`;
    case 'ORIGIN': return sql<string | null>`y.origin`;
    case 'SOURCE': return sql<string | null>`y.source`;
    default: return by satisfies never;
  }
}

/** What the people and lines that a key names are called. */
export function groupName(by: CohortGroup): RawBuilder<string | null> {
  if (by === 'OWNER') return sql<string | null>`(select u.name from app_user u where u.id::text = g.key)`;
  if (by === 'LINE') return sql<string | null>`(select l.name from business_line l where l.id::text = g.key)`;
  return sql<string | null>`null::text`;
}
