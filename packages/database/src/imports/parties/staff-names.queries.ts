import { may, type Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** Who can be named in a file as looking after something: by e-mail, as it stands in the field. */
export function staffNames(em: Em, viewer: Viewer): Promise<{ value: string; label: string }[]> {
  return rowsOf(em, sql<{ value: string; label: string }>`
    select u.email as value, u.name as label from app_user u
    where ${sql.lit(may(viewer, 'user', 'read'))} and u.partner_id is null and u.active order by u.name, u.id limit 500`);
}
