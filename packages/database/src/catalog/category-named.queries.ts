import { normaliseText } from '@orbita/domain/facts';
import { sql } from 'kysely';
import { type Em, newId, rowsOf } from '#connection';

/** The category of this name, however it is spelled in capitals and accents; made when there is none. */
export async function categoryNamed(em: Em, name: string): Promise<string> {
  const key = normaliseText(name);
  const [row] = await rowsOf(em, sql<{ id: string }>`
    insert into product_category (id, name, name_key) values (${newId()}::uuid, ${name.trim()}, ${key})
    on conflict (name_key) do update set name = product_category.name returning id`);
  return row!.id;
}
