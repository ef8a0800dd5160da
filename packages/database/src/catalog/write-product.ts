import { LockMode } from '@mikro-orm/core';
import { may } from '@orbita/domain/access';
import { formatDecimal, money } from '@orbita/domain/money';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { appendCompanyEvent, changedFields, changedValues } from '#company';
import { refuseStale } from '#timeline';
import { type Em, newId, takeTurns } from '#connection';
import type { Writing } from '#requests';
import { Product, ProductCategory } from './product.entity.ts';
import { productFields, type ProductInput } from './product-fields.ts';

export interface Versioned {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Adds a product to the catalogue; its code is its own. */
export async function createProduct(
  em: Em, input: ProductInput & { code: string; name: string }, writing: Writing,
): Promise<string | Refusal> {
  if (!may(writing.viewer, 'product', 'create')) return refuse('FORBIDDEN');
  const fields = await productFields(em, { currency: writing.company.currency, ...input });
  if (isRefused(fields)) return fields;
  const taken = await codeTaken(em, input.code.trim());
  if (taken) return taken;
  const id = newId();
  em.create(Product, {
    id, code: input.code.trim(), name: input.name.trim(), nameKey: '', currency: writing.company.currency, ...fields, updatedAt: writing.now,
  });
  return record(em, id, 'productCreated', { changed: Object.keys(input) }, writing);
}

export async function updateProduct(
  em: Em, { id, expectedVersion, ...input }: ProductInput & Versioned, writing: Writing,
): Promise<string | Refusal> {
  const product = await productToWrite(em, { id, expectedVersion }, 'update', writing);
  if (isRefused(product)) return product;
  const fields = await productFields(em, input, product);
  if (isRefused(fields)) return fields;
  const taken = fields.code && fields.code !== product.code ? await codeTaken(em, fields.code) : undefined;
  if (taken) return taken;
  if (changedFields<Partial<Product>>(product, fields).length === 0) return id;
  const changes = changedValues(await told(em, product), await told(em, { ...product, ...fields }));
  em.assign(product, { ...fields, updatedAt: writing.now });
  return record(em, id, 'productUpdated', changes, writing);
}

/** Takes a product out of what can be sold; what was sold of it stays. */
export async function deactivateProduct(em: Em, asked: Versioned, writing: Writing): Promise<string | Refusal> {
  return offer(em, asked, false, writing);
}

/** Puts a product back among what can be sold. */
export async function activateProduct(em: Em, asked: Versioned, writing: Writing): Promise<string | Refusal> {
  return offer(em, asked, true, writing);
}

async function offer(em: Em, asked: Versioned, active: boolean, writing: Writing): Promise<string | Refusal> {
  const product = await productToWrite(em, asked, 'update', writing);
  if (isRefused(product)) return product;
  if (product.active === active) return asked.id;
  em.assign(product, { active, updatedAt: writing.now });
  return record(em, asked.id, active ? 'productActivated' : 'productDeactivated', { changed: ['active'] }, writing);
}

async function productToWrite(
  em: Em, { id, expectedVersion }: Versioned, action: 'update' | 'delete', writing: Writing,
): Promise<Product | Refusal> {
  const { viewer } = writing;
  if (!may(viewer, 'product', 'read')) return refuse('NOT_FOUND');
  const product = await em.findOne(Product, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!product) return refuse('NOT_FOUND');
  if (!may(viewer, 'product', action)) return refuse('FORBIDDEN');
  return product.version === expectedVersion ? product : refuseStale(em, writing.company.id, { payload: { id } });
}

/** A product as people read it: amounts as decimals, the category by name. */
async function told(em: Em, { code, name, unit, currency, listPrice, cost, categoryId }: Pick<Product, 'code' | 'name' | 'unit' | 'currency' | 'listPrice' | 'cost' | 'categoryId'>) {
  const text = (minor: number | null | undefined) => (minor === null || minor === undefined ? null : formatDecimal(money(minor, currency)));
  const category = categoryId ? await em.findOne(ProductCategory, { id: categoryId }) : null;
  return { code, name, unit: unit ?? null, currency, listPrice: text(listPrice), cost: text(cost), category: category?.name ?? null };
}

async function codeTaken(em: Em, code: string): Promise<Refusal | undefined> {
  await takeTurns(em, `product-code:${code}`);
  const there = await em.count(Product, { code });
  return there > 0 ? refuse('ALREADY_EXISTS', { field: 'code', details: { value: code } }) : undefined;
}

// The catalogue is about no customer: its events carry the company.
async function record(em: Em, id: string, type: string, changes: object, writing: Writing): Promise<string> {
  await em.flush();
  await appendCompanyEvent(em, type, { id, ...changes }, writing);
  return id;
}
