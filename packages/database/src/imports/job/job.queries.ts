import type { ImportNote, ImportPlan, Mapping } from '@orbita/domain/imports';
import { sql } from 'kysely';
import { type Em, newId, rowsOf, run } from '#connection';
import { ImportRefused, importRefused } from '../import-refused.ts';
import { emptyState, type JobState, rowsRead } from './state.ts';

export type ImportStatus = 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED' | 'STOPPED' | 'UNDOING' | 'UNDONE';

export interface ImportJob {
  readonly id: string;
  readonly room: Mapping['room'];
  readonly fileName: string;
  readonly mapping: Mapping;
  readonly status: ImportStatus;
  readonly state: JobState;
  readonly startedBy: string | null;
}

export interface NewImport {
  readonly mapping: Mapping;
  readonly fileName: string;
  readonly startedBy: string | null;
  readonly now: Date;
  /** Where it was planned on a screen: the file that was handed in, and what was said of it. */
  readonly handed?: { readonly fileId: string; readonly plan: ImportPlan } | undefined;
}

/** Notes down an import that shall run; what runs it may be another process. */
export async function startImport(em: Em, { mapping, fileName, startedBy, now, handed }: NewImport): Promise<string> {
  const id = newId();
  await run(em, sql`
    insert into import_job (id, room, file_name, mapping, status, counts, started_by, created_at, updated_at, file_id, plan)
    values (${id}::uuid, ${mapping.room}, ${fileName}, ${JSON.stringify(mapping)}::jsonb, 'WAITING',
      ${JSON.stringify(emptyState())}::jsonb, ${startedBy}::uuid, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz,
      ${handed?.fileId ?? null}::uuid, ${handed ? JSON.stringify(handed.plan) : null}::jsonb)`);
  return id;
}

export async function importJob(em: Em, id: string): Promise<ImportJob | null> {
  const [job] = await rowsOf(em, sql<ImportJob>`
    select id, room, file_name as "fileName", mapping, status, counts as state, started_by as "startedBy"
    from import_job where id = ${id}::uuid`);
  return job ?? null;
}

/** The latest import of this file with this mapping that did not come to its end. */
export async function unfinishedImport(em: Em, mapping: Mapping, fingerprints: Readonly<Record<string, string>>): Promise<string | null> {
  const files = JSON.stringify(Object.fromEntries(Object.entries(fingerprints).map(([role, fingerprint]) => [role, { fingerprint }])));
  const [job] = await rowsOf(em, sql<{ id: string }>`
    select id from import_job
    where status in ('RUNNING', 'FAILED', 'STOPPED') and mapping = ${JSON.stringify(mapping)}::jsonb and counts -> 'files' @> ${files}::jsonb
    order by created_at desc limit 1`);
  return job?.id ?? null;
}

/** Writes where the import stands, in the batch's transaction. Throws when another process took a step meanwhile. */
export async function saveState(em: Em, id: string, state: JobState, now: Date, status: 'RUNNING' | 'DONE' = 'RUNNING'): Promise<void> {
  const total = Object.values(state.files).every((file) => file.done) && Object.keys(state.files).length > 0 ? rowsRead(state) : null;
  const saved = await run(em, sql`
    update import_job set counts = ${JSON.stringify(state)}::jsonb, rows_read = ${rowsRead(state)}, rows_total = ${total}, status = ${status},
      failure = null, updated_at = ${now.toISOString()}::timestamptz,
      finished_at = ${status === 'DONE' ? now.toISOString() : null}::timestamptz
    where id = ${id}::uuid and (counts ->> 'step')::int = ${state.step - 1}`);
  if (saved === 0) throw importRefused('CONFLICT', 'BUSY');
}

/** Why an import ended before its end, to be read in any language later; `INTERNAL` is our own fault. */
export async function failImport(em: Em, id: string, error: unknown, now: Date): Promise<void> {
  const note: ImportNote = error instanceof ImportRefused ? { code: error.refusal.code, details: error.refusal.details } : { code: 'INTERNAL' };
  const stopped = note.details?.['because'] === 'STOPPED';
  await run(em, sql`
    update import_job set status = ${stopped ? sql`case when stop_asked or file_id is null then 'STOPPED' else 'WAITING' end` : sql`'FAILED'`}, failure = ${stopped ? null : JSON.stringify(note)}, stop_asked = false,
      updated_at = ${now.toISOString()}::timestamptz
    where id = ${id}::uuid and status <> 'DONE'`);
}

/** The next import that waits for somebody to run it, or whose runner died; from now on it is the caller's. */
export async function takeImport(em: Em, now: Date, diedBefore: Date): Promise<ImportJob | null> {
  const at = now.toISOString();
  const [job] = await rowsOf(em, sql<ImportJob>`
    update import_job set status = case status when 'UNDOING' then status else 'RUNNING' end, updated_at = ${at}::timestamptz,
      undone = case status when 'UNDOING' then coalesce(undone, '{"restored": 0, "removed": 0, "left": 0}') end
    where id = (
      select id from import_job
      where (status = 'WAITING' and file_id is not null) or (status = 'UNDOING' and undone is null)
        or ((status = 'UNDOING' or (status = 'RUNNING' and file_id is not null)) and updated_at < ${diedBefore.toISOString()}::timestamptz)
      order by created_at limit 1 for update skip locked)
    returning id, room, file_name as "fileName", mapping, status, counts as state, started_by as "startedBy"`);
  return job ?? null;
}

/** Whether somebody asked it to stop, looked at between two batches. */
export async function stopAsked(em: Em, id: string): Promise<boolean> {
  const [job] = await rowsOf(em, sql<{ asked: boolean }>`select stop_asked as asked from import_job where id = ${id}::uuid`);
  return job?.asked ?? true;
}
