import type { Viewer } from '@orbita/domain/access';
import { normaliseText } from '@orbita/domain/facts';
import { type RawBuilder, sql } from 'kysely';
import { plainText } from '#facts';
import { customersNamed } from '#search';

/** Whether the event `e` is found by a text: by how its customer `c` is found, by who did it, or by the name of what of the company it is about; undefined without a text. */
export function auditFound(text: string, viewer: Viewer): RawBuilder<boolean> | undefined {
  const words = normaliseText(text).split(' ').filter((word) => word !== '');
  if (words.length === 0) return undefined;
  const named = (name: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql.join(words.map((word) => sql`${plainText(name)} like ${`%${word.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`}`), sql` and `);
  return sql<boolean>`(e.customer_id = any(array(${customersNamed(text, viewer)}))
    or e.actor_id = any(array(select a.id from app_user a where ${named(sql`a.name`)}))
    or (c.id is null and ${named(sql`(e.payload ->> 'name')`)}))`;
}
