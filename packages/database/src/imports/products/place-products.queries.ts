import type { ImportedProduct } from '@orbita/domain/imports';
import { sql } from 'kysely';
import { type Em, newId, rowsOf } from '#connection';
import { insertRows } from '../job/index.ts';

export interface KnownProduct {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
  /** Minor units. */
  readonly listPrice: number | null;
  readonly cost: number | null;
}

/** The products with these codes. */
export async function knownProducts(em: Em, codes: readonly string[]): Promise<Map<string, KnownProduct>> {
  const rows = await rowsOf(em, sql<KnownProduct & { code: string }>`
    select code, id, name, currency, list_price::float8 as "listPrice", cost::float8 as cost from product
    where code = any(${[...new Set(codes)]}::text[])`);
  return new Map(rows.map((row) => [row.code, row]));
}

/** Makes the products that are not there yet, each code once, with their categories; known ones stay as they are. */
export async function makeProducts(em: Em, products: readonly ImportedProduct[], now: Date): Promise<void> {
  const once = [...new Map(products.map((product) => [product.code, product])).values()];
  const categories = await placeCategories(em, once);
  await insertRows(em, 'product', {
    id: 'uuid', code: 'text', name: 'text', name_key: 'text', category_id: 'uuid', unit: 'text', currency: 'text', list_price: 'bigint',
    cost: 'bigint', active: 'boolean', updated_at: 'timestamptz',
  }, once.map((product) => ({
    id: newId(), code: product.code, name: product.name, name_key: product.nameKey, category_id: product.category ? categories.get(product.category.key) : null,
    unit: product.unit, currency: product.currency, list_price: product.listPrice, cost: product.cost, active: product.active, updated_at: now,
  })));
}

async function placeCategories(em: Em, products: readonly ImportedProduct[]): Promise<Map<string, string>> {
  const named = new Map(products.flatMap(({ category }) => (category ? [[category.key, category.name] as const] : [])));
  if (named.size === 0) return new Map();
  const rows = [...named].map(([key, name]) => ({ id: newId(), name, name_key: key }));
  await insertRows(em, 'product_category', { id: 'uuid', name: 'text', name_key: 'text' }, rows, 'on conflict (name_key) do nothing');
  const known = await rowsOf(em, sql<{ id: string; key: string }>`
    select id, name_key as key from product_category where name_key = any(${[...named.keys()]}::text[])`);
  return new Map(known.map(({ id, key }) => [key, id]));
}
