import type { Viewer } from '@orbita/domain/access';
import type { BulkSubject } from '@orbita/domain/bulk';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { actsOf } from './subjects/index.ts';

/** What these are called, of those whom the viewer may see. */
export function namesOf(em: Em, subject: BulkSubject, ids: readonly string[], viewer: Viewer): Promise<{ id: string; name: string }[]> {
  return rowsOf(em, sql<{ id: string; name: string }>`
    select id, name from (select ids.id, ${actsOf[subject].called(sql`ids.id`, viewer)} as name from unnest(${[...ids]}::uuid[]) ids(id)) called where name is not null`);
}
