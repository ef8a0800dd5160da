import { scopeOf, type Viewer } from '@orbita/domain/access';
import type { ImportNote, ImportPlan, Room } from '@orbita/domain/imports';
import { sql } from 'kysely';
import { type Em, keyset, type KeysetPage, rowsOf, run } from '#connection';
import type { ImportStatus, JobState, Problem } from '../job/index.ts';
import { type Undone, undoable } from '../undo/index.ts';

/** The row behind the API's `Import`. */
export interface ImportRow {
  readonly id: string;
  readonly room: Room;
  readonly fileName: string;
  readonly status: ImportStatus;
  readonly state: JobState;
  readonly rowsRead: number;
  readonly plan: ImportPlan | null;
  /** Why it ended before its end: a note as JSON. */
  readonly failure: string | null;
  readonly stopAsked: boolean;
  readonly startedById: string | null;
  readonly startedByName: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly finishedAt: string | null;
  readonly viewerCanResume: boolean;
  readonly viewerCanUndo: boolean;
  readonly undone: Undone | null;
  readonly sortValue?: string;
}

const imports = (viewer: Viewer) => sql.lit(scopeOf(viewer.role, 'import', 'read') === 'all');
const writes = (viewer: Viewer) => sql.lit(scopeOf(viewer.role, 'import', 'create') === 'all');

const columns = (viewer: Viewer) => sql`
  j.id, j.room, j.file_name as "fileName", j.status, j.counts as state, j.rows_read as "rowsRead", j.plan, j.failure, j.stop_asked as "stopAsked",
  j.started_by as "startedById", u.name as "startedByName", j.created_at as "createdAt", j.updated_at as "updatedAt", j.finished_at as "finishedAt",
  (${writes(viewer)} and j.status in ('FAILED', 'STOPPED') and j.file_id is not null) as "viewerCanResume",
  j.undone, ${undoable(viewer)} as "viewerCanUndo"`;

const from = sql`from import_job j left join app_user u on u.id = j.started_by`;

export async function importRow(em: Em, id: string, viewer: Viewer): Promise<ImportRow | null> {
  const [row] = await rowsOf(em, sql<ImportRow>`select ${columns(viewer)} ${from} where j.id = ${id}::uuid and ${imports(viewer)}`);
  return row ?? null;
}

/** The latest first. */
export function listImports(em: Em, page: KeysetPage, viewer: Viewer): Promise<ImportRow[]> {
  const { beyond, tail } = keyset(page, { value: sql`j.created_at`, id: sql`j.id`, type: 'timestamptz', descending: true });
  return rowsOf(em, sql<ImportRow>`select ${columns(viewer)}, j.created_at::text as "sortValue" ${from} where ${imports(viewer)} and ${beyond} ${tail}`);
}

export async function countImports(em: Em, viewer: Viewer): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: number }>`select count(*)::int as count from import_job j where ${imports(viewer)}`);
  return row?.count ?? 0;
}

/** The row behind the API's `ImportProblem`. */
export interface ImportProblemRow extends Problem, ImportNote {}

/** What did not come in at all goes before what came in but for a part. */
export function importProblems(em: Em, jobId: string, { limit, after }: { readonly limit: number; readonly after: number }, viewer: Viewer): Promise<ImportProblemRow[]> {
  return rowsOf(em, sql<ImportProblemRow>`
    select p.row_no as row, p.column_name as "column", p.code, p.details, p.line from import_problem p
    where p.job_id = ${jobId}::uuid and ${imports(viewer)} order by p.details ->> 'because' in ('WITHOUT_OWNER', 'KEPT', 'STAYS') nulls first, p.row_no, p.column_name, p.code offset ${after} limit ${limit}`);
}

export async function askToStop(em: Em, id: string): Promise<void> {
  await run(em, sql`
    update import_job set stop_asked = status = 'RUNNING', status = case status when 'WAITING' then 'STOPPED' else status end
    where id = ${id}::uuid and status in ('WAITING', 'RUNNING')`);
}

export async function wakeImport(em: Em, id: string, now: Date): Promise<void> {
  await run(em, sql`
    update import_job set status = 'WAITING', stop_asked = false, failure = null, updated_at = ${now.toISOString()}::timestamptz
    where id = ${id}::uuid and status in ('FAILED', 'STOPPED')`);
}
