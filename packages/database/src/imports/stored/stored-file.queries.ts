import { sql } from 'kysely';
import { scopeOf, type Viewer } from '@orbita/domain/access';
import { type Em, rowsOf, run } from '#connection';

/** A file that was handed in and waits here; `bytes` of its text as kept. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly fingerprint: string;
  readonly spreadsheet: boolean;
  readonly pieces: number;
  readonly createdAt: string;
}

const columns = sql`f.id, f.name, f.bytes::float8 as bytes, f.fingerprint, f.spreadsheet, f.pieces, f.created_at as "createdAt"`;

/** Whoever handed a file in may use it; nobody else knows of it. */
export async function storedFile(em: Em, id: string, viewer: Viewer): Promise<StoredFile | null> {
  const [file] = await rowsOf(em, sql<StoredFile>`
    select ${columns} from import_file f
    where f.id = ${id}::uuid and f.uploaded_by = ${viewer.userId}::uuid and ${sql.lit(scopeOf(viewer.role, 'import', 'create') === 'all')}`);
  return file ?? null;
}

/** The file of an import that runs, whoever handed it in. */
export async function fileOfImport(em: Em, jobId: string): Promise<StoredFile | null> {
  const [file] = await rowsOf(em, sql<StoredFile>`select ${columns} from import_file f join import_job j on j.file_id = f.id where j.id = ${jobId}::uuid`);
  return file ?? null;
}

export async function pieceOf(em: Em, fileId: string, no: number): Promise<Uint8Array | null> {
  const [piece] = await rowsOf(em, sql<{ bytes: Uint8Array }>`select bytes from import_file_piece where file_id = ${fileId}::uuid and no = ${no}`);
  return piece?.bytes ?? null;
}

export interface NewFile extends Omit<StoredFile, 'createdAt'> {
  readonly uploadedBy: string;
  readonly now: Date;
}

export async function putFileRow(em: Em, { id, name, bytes, fingerprint, spreadsheet, pieces, uploadedBy, now }: NewFile): Promise<void> {
  await run(em, sql`
    insert into import_file (id, name, bytes, fingerprint, spreadsheet, pieces, uploaded_by, created_at)
    values (${id}::uuid, ${name}, ${bytes}, ${fingerprint}, ${spreadsheet}, ${pieces}, ${uploadedBy}::uuid, ${now.toISOString()}::timestamptz)
    on conflict (id) do update set bytes = excluded.bytes, pieces = excluded.pieces`);
}

export async function putPiece(em: Em, fileId: string, no: number, bytes: Buffer): Promise<void> {
  await run(em, sql`insert into import_file_piece (file_id, no, bytes) values (${fileId}::uuid, ${no}, ${bytes})`);
}

export async function dropFile(em: Em, id: string): Promise<void> {
  await run(em, sql`delete from import_file where id = ${id}::uuid`);
}

/** Files that nobody will use any more: of imports that are done for good, and those that were handed in and left. */
export function forgetOldFiles(em: Em, before: Date): Promise<number> {
  return run(em, sql`
    delete from import_file f where f.created_at < ${before.toISOString()}::timestamptz
      and not exists (select from import_job j where j.file_id = f.id and (j.status in ('WAITING', 'RUNNING') or j.updated_at >= ${before.toISOString()}::timestamptz))`);
}
