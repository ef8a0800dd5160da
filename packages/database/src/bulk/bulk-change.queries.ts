import { scopeOf, type Viewer } from '@orbita/domain/access';
import { type BulkChange, bulkKinds, type BulkSubject } from '@orbita/domain/bulk';
import type { Refusal } from '@orbita/domain/refusal';
import { type RawBuilder, sql } from 'kysely';
import { type Em, keyset, type KeysetPage, rowsOf } from '#connection';
import { actsOf } from './subjects/index.ts';

export type BulkStatus = 'WAITING' | 'RUNNING' | 'DONE' | 'CANCELLED';
export const bulkScopes = ['SELECTION', 'FILTER', 'SEGMENT'] as const;
export type BulkScope = (typeof bulkScopes)[number];
export const bulkOutcomes = ['DONE', 'UNCHANGED', 'REFUSED', 'FAILED'] as const;
export type BulkOutcome = (typeof bulkOutcomes)[number];

/** So many things were refused for one reason, of which this is the first. */
export interface RefusalCount {
  readonly refusal: Refusal;
  readonly count: number;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The row behind the API's `BulkChange`. */
export interface BulkChangeRow {
  readonly id: string;
  readonly subject: BulkSubject;
  readonly change: BulkChange;
  readonly scope: BulkScope;
  readonly status: BulkStatus;
  readonly total: number;
  readonly done: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Of these we do not know why: the fault is ours. */
  readonly failed: number;
  readonly refusals: readonly RefusalCount[];
  readonly startedBy: Named | null;
  /** To whom things are handed. */
  readonly owner: Named | null;
  readonly team: Named | null;
  readonly undoes: string | null;
  /** The change that takes it back, or did. */
  readonly undoneBy: string | null;
  readonly createdAt: string;
  readonly finishedAt: string | null;
  readonly forgottenAt: string | null;
}

/** Whoever started it sees it, and who answers for everybody's. */
function bulkVisible(viewer: Viewer): RawBuilder<boolean> {
  const scope = scopeOf(viewer.role, 'bulkChange', 'read');
  return scope === 'all' ? sql<boolean>`true` : scope === 'own' ? sql<boolean>`b.started_by = ${viewer.userId}::uuid` : sql<boolean>`false`;
}

function nameIn(table: string, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select json_build_object('id', n.id, 'name', n.name) from ${sql.table(table)} n where n.id = ${id})`;
}

const columns = sql`
  b.id, b.subject, b.change, b.scope, b.status, b.total, b.done, b.unchanged, b.refused, b.failed,
  (select coalesce(json_agg(r.value order by (r.value->>'count')::int desc, r.key), '[]') from jsonb_each(b.refusals) r) as refusals,
  ${nameIn('app_user', sql`b.started_by`)} as "startedBy", ${nameIn('app_user', sql`(b.change->>'ownerId')::uuid`)} as owner,
  ${nameIn('team', sql`(b.change->>'teamId')::uuid`)} as team,
  b.undoes_id as undoes, (select n.id from bulk_change n where n.undoes_id = b.id and n.status <> 'CANCELLED') as "undoneBy",
  b.created_at as "createdAt", b.finished_at as "finishedAt", b.forgotten_at as "forgottenAt"`;

/** One change of many things: what is done, how far it came, and what became of them. */
export async function bulkChangeById(em: Em, id: string, viewer: Viewer): Promise<BulkChangeRow | null> {
  const [row] = await rowsOf(em, sql<BulkChangeRow>`select ${columns} from bulk_change b where b.id = ${id}::uuid and ${bulkVisible(viewer)}`);
  return row ?? null;
}

/** The latest first, one row more than asked. */
export function listBulkChanges(em: Em, page: KeysetPage, viewer: Viewer): Promise<(BulkChangeRow & { sortValue: string })[]> {
  const { beyond, tail } = keyset(page, { value: sql`b.created_at`, id: sql.ref('b.id'), type: 'timestamptz', descending: true });
  return rowsOf(em, sql<BulkChangeRow & { sortValue: string }>`
    select ${columns}, b.created_at::text as "sortValue" from bulk_change b where ${bulkVisible(viewer)} and ${beyond} ${tail}`);
}

/** What became of one thing. */
export interface BulkRow {
  readonly place: number;
  readonly targetId: string;
  /** What it is called; null to whoever may not see it. */
  readonly name: string | null;
  /** Null while it waits. */
  readonly outcome: BulkOutcome | null;
  readonly refusal: Refusal | null;
}

export interface BulkRowPage {
  readonly outcome?: BulkOutcome | undefined;
  /** The place of the last row of the page before. */
  readonly after?: number | undefined;
  readonly offset?: number | undefined;
  readonly size: number;
}

/** The things of a change that the viewer sees, in the order in which they are done; one row more than asked. */
export async function bulkRows(em: Em, id: string, page: BulkRowPage, viewer: Viewer): Promise<BulkRow[]> {
  const change = await bulkChangeById(em, id, viewer);
  if (!change) return [];
  return rowsOf(em, sql<BulkRow>`
    select r.place, r.target_id as "targetId", ${actsOf[change.subject].called(sql`r.target_id`, viewer)} as name, r.outcome, r.refusal
    from (select place, target_id, outcome, refusal from bulk_row
      where bulk_id = ${id}::uuid and place > ${page.after ?? 0} ${page.outcome ? sql`and outcome = ${page.outcome}` : sql``}
      order by place limit ${page.size + 1} offset ${page.offset ?? 0}) r
    order by r.place`);
}

/** Whether what it did can be taken back: it has ended, what it did is not final, and what was there before is still kept. */
export const isUndoable = ({ subject, change, status, done, undoes, undoneBy, forgottenAt }: BulkChangeRow): boolean =>
  (status === 'DONE' || status === 'CANCELLED') && done > 0 && undoes === null && undoneBy === null && forgottenAt === null
  && bulkKinds[subject][change.verb]?.isUndone === true;
