import { mayReadMarked, scopeOf, type Viewer } from '@orbita/domain/access';
import { productCatalogue } from '@orbita/domain/catalog';
import { normaliseText } from '@orbita/domain/facts';
import type { Rule } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { type Em, keyset, type KeysetPage, rowsOf } from '#connection';
import { whereRule } from '#rules';
import { productFactColumns } from './product-facts.queries.ts';

/** The row behind the API's `Product`; the cost is null to one who may not read margins. */
export interface ProductRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** What the list was sorted by, as the database wrote it. */
  readonly sortValue?: string;
  readonly category: { id: string; name: string } | null;
  readonly unit: string | null;
  readonly currency: string;
  readonly listPrice: string | null;
  readonly cost: string | null;
  readonly active: boolean;
  readonly version: number;
  readonly updatedAt: string;
}

export interface ProductFilter {
  /** Over the facts of the product. */
  readonly rule?: Rule | undefined;
  /** Beginning of the code, or part of the name. */
  readonly search?: string | undefined;
  readonly categoryId?: string | undefined;
  readonly active?: boolean | undefined;
}

export interface CategoryRow {
  readonly id: string;
  readonly name: string;
  readonly products: number;
}

export const productOrders = ['name', 'code', 'listPrice', 'updatedAt'] as const;

export interface ProductOrder {
  readonly by: (typeof productOrders)[number];
  readonly descending: boolean;
}

// A product without a price stands before the cheapest.
const sorts = {
  name: { value: sql.ref('p.name_key'), type: 'text' },
  code: { value: sql.ref('p.code'), type: 'text' },
  listPrice: { value: sql`coalesce(p.list_price, -1)`, type: 'bigint' },
  updatedAt: { value: sql.ref('p.updated_at'), type: 'timestamptz' },
} as const;

/** A page of products in an order of one's own, one row more than asked. */
export function listProducts(
  em: Em, filter: ProductFilter, order: ProductOrder, page: KeysetPage, viewer: Viewer, now: Date,
): Promise<ProductRow[]> {
  const sort = sorts[order.by];
  const { beyond, tail } = keyset(page, { ...sort, id: sql.ref('p.id'), descending: order.descending });
  return rowsOf(em, sql<ProductRow>`
    select ${columns(viewer)}, ${sort.value}::text as "sortValue" from product p where ${condition(filter, viewer, now)} and ${beyond} ${tail}`);
}

export async function countProducts(em: Em, filter: ProductFilter, viewer: Viewer, now: Date): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: string }>`
    select count(*) as count from product p where ${condition(filter, viewer, now)}`);
  return Number(row?.count ?? 0);
}

export async function productById(em: Em, id: string, viewer: Viewer): Promise<ProductRow | null> {
  const [row] = await rowsOf(em, sql<ProductRow>`
    select ${columns(viewer)} from product p where p.id = ${id}::uuid and ${readable(viewer)}`);
  return row ?? null;
}

/** All categories by name, with how many active products each has. */
export function listCategories(em: Em, viewer: Viewer): Promise<CategoryRow[]> {
  return rowsOf(em, sql<CategoryRow>`
    select k.id, k.name, (select count(*)::int from product p where p.category_id = k.id and p.active) as products
    from product_category k where ${readable(viewer)} order by k.name_key, k.id`);
}

// The catalogue belongs to nobody: one may read all of it or nothing.
const readable = (viewer: Viewer): RawBuilder<boolean> =>
  scopeOf(viewer.role, 'product', 'read') === 'all' ? sql<boolean>`true` : sql<boolean>`false`;

const columns = (viewer: Viewer) => sql`
  p.id, p.code, p.name, p.unit, p.currency, p.list_price as "listPrice",
  ${mayReadMarked(viewer.role, 'margin') ? sql`p.cost` : sql`null`} as cost, p.active, p.version, p.updated_at as "updatedAt",
  (select json_build_object('id', k.id, 'name', k.name) from product_category k where k.id = p.category_id) as category`;

function condition({ rule, search, categoryId, active }: ProductFilter, viewer: Viewer, now: Date): RawBuilder<boolean> {
  const literal = (text: string) => text.replace(/[%_\\]/g, '\\$&');
  const words = normaliseText(search ?? '').split(' ').filter((word) => word !== '');
  const code = search?.trim() ? sql`p.code ilike ${`${literal(search.trim())}%`}` : undefined;
  const named = words.map((word) => sql`p.name_key like ${`%${literal(word)}%`}`);
  const parts = [
    readable(viewer),
    rule ? whereRule(rule, { now, viewer, catalogue: productCatalogue(), ownColumn: (key) => productFactColumns[key] }) : undefined,
    code ? sql`(${code} or (${sql.join([sql`true`, ...named], sql` and `)}))` : undefined,
    categoryId ? sql`p.category_id = ${categoryId}::uuid` : undefined,
    active === undefined ? undefined : sql`p.active = ${active}`,
  ].filter((part) => part !== undefined);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
