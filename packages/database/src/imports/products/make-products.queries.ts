import type { ImportedProduct } from '@orbita/domain/imports';
import { sql } from 'kysely';
import { type Em, insertRows, newId, rowsOf } from '#connection';
import type { KnownProduct } from './known-products.queries.ts';

/** Makes products that are not there yet with their categories, each code once: as its first row tells of it. */
export async function makeProducts(em: Em, products: readonly ImportedProduct[], now: Date): Promise<Map<string, KnownProduct>> {
  const once = new Map<string, ImportedProduct & { readonly id: string }>();
  for (const product of products) if (!once.has(product.code)) once.set(product.code, { ...product, id: newId() });
  const categories = await placeCategories(em, products);
  await insertRows(em, 'product', [...once.values()].map((product) => ({
    id: product.id, code: product.code, name: product.name, name_key: product.nameKey, category_id: categories.get(product.category?.key ?? '') ?? null,
    unit: product.unit, currency: product.currency, list_price: product.listPrice, cost: product.cost, active: product.active, version: 1, updated_at: now,
  })));
  return new Map([...once].map(([code, product]) => [code, { ...product, category: product.category?.key ?? null }]));
}

/** Finds categories by name or makes them; answers their ids by key. */
export async function placeCategories(em: Em, products: readonly Pick<ImportedProduct, 'category'>[]): Promise<Map<string, string>> {
  const named = new Map(products.flatMap(({ category }) => (category ? [[category.key, category.name] as const] : [])));
  if (named.size === 0) return new Map();
  const rows = [...named].map(([key, name]) => ({ id: newId(), name, name_key: key }));
  await insertRows(em, 'product_category', rows, 'on conflict (name_key) do nothing');
  const known = await rowsOf(em, sql<{ id: string; key: string }>`
    select id, name_key as key from product_category where name_key = any(${[...named.keys()]}::text[])`);
  return new Map(known.map(({ id, key }) => [key, id]));
}
