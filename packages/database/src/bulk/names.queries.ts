import type { Viewer } from '@orbita/domain/access';
import type { BulkSubject } from '@orbita/domain/bulk';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { actsOf } from './subjects/index.ts';

/** What these are called, of those whom the viewer may see. */
export async function namesOf(em: Em, subject: BulkSubject, ids: readonly string[], viewer: Viewer): Promise<ReadonlyMap<string, string>> {
  const rows = await rowsOf(em, sql<{ id: string; name: string | null }>`
    select ids.id, ${actsOf[subject].called(sql`ids.id`, viewer)} as name from unnest(${[...ids]}::uuid[]) ids(id)`);
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name]])));
}
