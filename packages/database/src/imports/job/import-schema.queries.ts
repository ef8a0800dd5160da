import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';

/** Where tables stand that are made for one import and gone with its end: no part of the schema that is migrated. */
export async function makeImportSchema(em: Em): Promise<void> {
  await rowsOf(em, sql`select pg_advisory_xact_lock(hashtext('orbita_import'))`);
  await run(em, sql`create schema if not exists orbita_import`);
}
