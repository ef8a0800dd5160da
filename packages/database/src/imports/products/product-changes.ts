import { changeProduct, type ImportedProduct, type Meeting } from '@orbita/domain/imports';
import { searchKey } from '@orbita/domain/identity';
import type { Em } from '#connection';
import type { TimelineEvent } from '#timeline';
import type { Outcome } from '../job/index.ts';
import { type KnownProduct } from './known-products.queries.ts';
import { placeCategories } from './make-products.queries.ts';
import { updateProducts } from './update-products.queries.ts';

/** What the rows of a batch change of products that are there, collected first and written at once. */
export class ProductChanges {
  readonly #products: Map<string, KnownProduct>;
  readonly #changed = new Map<string, { times: number; category: ImportedProduct['category'] }>();
  readonly #told: { readonly id: string; readonly changed: readonly string[] }[] = [];

  constructor(products: Map<string, KnownProduct>) {
    this.#products = products;
  }

  idOf(code: string): string {
    return this.#product(code).id;
  }

  meet(row: ImportedProduct, meeting: Meeting): Outcome {
    const known = this.#product(row.code);
    const { after, kept } = changeProduct(known, row, meeting);
    const changed = Object.keys(after);
    if (changed.length === 0) return { fate: 'unchanged', kept };
    this.#products.set(row.code, { ...known, ...after });
    const before = this.#changed.get(row.code);
    this.#changed.set(row.code, { times: (before?.times ?? 0) + 1, category: after.category ? row.category : (before?.category ?? null) });
    this.#told.push({ id: known.id, changed: changed.map((field) => (field === 'category' ? 'categoryId' : field)) });
    return { fate: 'updated', kept };
  }

  changedIds(): string[] {
    return this.#told.map(({ id }) => id);
  }

  async write(em: Em, now: Date): Promise<void> {
    const categories = await placeCategories(em, [...this.#changed.values()]);
    const rows = [...this.#changed].map(([code, { times, category }]) => {
      const { id, name, unit, currency, listPrice, cost, active } = this.#product(code);
      return {
        id, times, name, name_key: searchKey(name), category_id: category ? (categories.get(category.key) ?? null) : null, unit, currency,
        list_price: listPrice, cost, active,
      };
    });
    await updateProducts(em, rows, now);
  }

  /** The catalogue is about no customer: its events carry the company. */
  events({ companyId, importId, now }: { readonly companyId: string; readonly importId: string; readonly now: Date }): TimelineEvent[] {
    return this.#told.map((told) => ({ customerId: companyId, type: 'productUpdated', occurredAt: now, payload: { ...told, importId } }));
  }

  #product(code: string): KnownProduct {
    const product = this.#products.get(code);
    if (!product) throw new Error(`Not a product of this batch: ${code}`);
    return product;
  }
}
