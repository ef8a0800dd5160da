import { type ImportedProduct, readProduct, refuseBecause, type RowProblem } from '@orbita/domain/imports';
import type { Em } from '#connection';
import { count, type JobState, type Run } from '../job/index.ts';
import { type KnownProduct, knownProducts, makeProducts } from '../products/index.ts';
import { keepMade } from '../undo/touched.queries.ts';
import type { BoundOrders } from './bind-orders.ts';
import type { Document } from './group-orders.ts';

export interface ResolvedProducts {
  readonly products: ReadonlyMap<string, KnownProduct>;
  /** What is wrong with a product that could not be made, by its code. */
  readonly problems: ReadonlyMap<string, RowProblem>;
}

/** Finds the products of all lines by code, or makes them of the lines that name them. */
export async function resolveProducts(em: Em, documents: readonly Document[], { bound, run, state, now }: { bound: BoundOrders; run: Run; state: JobState; now: Date }): Promise<ResolvedProducts> {
  const lines = documents.flatMap(({ order, sold, returned }) => [...sold, ...returned].map((one) => ({ ...one, currency: order.currency })));
  const codes = lines.flatMap(({ line }) => line.product ?? []);
  const known = await knownProducts(em, codes);
  const fresh = new Map<string, ImportedProduct>();
  const problems = new Map<string, RowProblem>();
  for (const { row, line, currency } of lines) {
    const code = line.product;
    if (code === null || known.has(code)) continue;
    const before = fresh.get(code);
    if (before && before.name !== code) continue;
    const wrong: RowProblem[] = [];
    const product = bound.product && readProduct(bound.product, row.cells, { code, currency }, wrong);
    if (product) fresh.set(code, product);
    else problems.set(code, wrong[0] ?? { column: bound.line.columnOf('product'), refusal: refuseBecause('NOT_FOUND', 'NO_PRODUCT', { value: code }) });
  }
  if (fresh.size === 0) return { products: known, problems };
  const made = await makeProducts(em, [...fresh.values()], now);
  await keepMade(em, run.jobId, 'PRODUCT', [...made.values()].map(({ id }) => id));
  count(state, 'products', 'created', fresh.size);
  return { products: await knownProducts(em, codes), problems };
}
