import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';
import { makeImportSchema } from './import-schema.queries.ts';

/**
 * Things that this import met in an earlier batch. The first row of a file that names a thing decides about it and later
 * ones only fill it up, so that the same file loaded again ends as it began. Needed only where rows write over.
 */
const seen = (jobId: string) => sql.raw(`orbita_import.seen_${jobId.replaceAll('-', '')}`);

/** Which of these were met before; all of them are from now on. */
export async function meet(em: Em, jobId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  await makeImportSchema(em);
  await run(em, sql`create table if not exists ${seen(jobId)} (id uuid primary key)`);
  const rows = await rowsOf(em, sql<{ id: string }>`select id from ${seen(jobId)} where id = any(${ids}::uuid[])`);
  await run(em, sql`insert into ${seen(jobId)} select distinct unnest(${ids}::uuid[]) on conflict do nothing`);
  return new Set(rows.map(({ id }) => id));
}

export async function forgetMet(em: Em, jobId: string): Promise<void> {
  await run(em, sql`drop table if exists ${seen(jobId)}`);
}
