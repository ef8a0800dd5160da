import type { KnownProductFields } from '@orbita/domain/imports';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

export interface KnownProduct extends KnownProductFields {
  readonly id: string;
}

/** The products with these codes; locked when they are to be changed, so that nobody edits them meanwhile. */
export async function knownProducts(em: Em, codes: readonly string[], { locked = false } = {}): Promise<Map<string, KnownProduct>> {
  const rows = await rowsOf(em, sql<KnownProduct>`
    select p.id, p.code, p.name, g.name_key as category, p.unit, p.currency, p.list_price::float8 as "listPrice", p.cost::float8 as cost, p.active
    from product p left join product_category g on g.id = p.category_id
    where p.code = any(${[...new Set(codes)]}::text[])
    ${locked ? sql`order by p.id for no key update of p` : sql``}`);
  return new Map(rows.map((row) => [row.code, row]));
}
