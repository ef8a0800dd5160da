import type { Mapping } from '@orbita/domain/imports';
import { sql } from 'kysely';
import { type Em, newId, rowsOf, run } from '#connection';
import { importRefused } from '../import-refused.ts';
import { emptyState, type JobState, rowsRead } from './state.ts';

export interface ImportJob {
  readonly id: string;
  readonly room: Mapping['room'];
  readonly fileName: string;
  readonly mapping: Mapping;
  readonly status: 'WAITING' | 'RUNNING' | 'DONE' | 'FAILED';
  readonly state: JobState;
  readonly startedBy: string | null;
}

export interface NewImport {
  readonly mapping: Mapping;
  readonly fileName: string;
  readonly startedBy: string | null;
  readonly now: Date;
}

/** Notes down an import that shall run; what runs it may be another process. */
export async function startImport(em: Em, { mapping, fileName, startedBy, now }: NewImport): Promise<string> {
  const id = newId();
  await run(em, sql`
    insert into import_job (id, room, file_name, mapping, status, counts, started_by, created_at, updated_at)
    values (${id}::uuid, ${mapping.room}, ${fileName}, ${JSON.stringify(mapping)}::jsonb, 'WAITING',
      ${JSON.stringify(emptyState())}::jsonb, ${startedBy}::uuid, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz)`);
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
    where status in ('RUNNING', 'FAILED') and mapping = ${JSON.stringify(mapping)}::jsonb and counts -> 'files' @> ${files}::jsonb
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

export async function failImport(em: Em, id: string, failure: string, now: Date): Promise<void> {
  await run(em, sql`
    update import_job set status = 'FAILED', failure = ${failure.slice(0, 2000)}, updated_at = ${now.toISOString()}::timestamptz
    where id = ${id}::uuid and status <> 'DONE'`);
}
