import { type ImportedProduct, type Meeting, readProduct } from '@orbita/domain/imports';
import type { Em } from '#connection';
import { appendEvents } from '#timeline';
import { count, type FlatRoom, meet, type Outcome, type Placing } from '../job/index.ts';
import { keepMade, keepProductsBefore } from '../undo/touched.queries.ts';
import { makeProducts } from './make-products.queries.ts';
import { ProductChanges } from './product-changes.ts';
import { knownProducts } from './known-products.queries.ts';

/** The catalogue is the company's own: a code is one product, whatever the system (a template can put the system before it). */
export const productsRoom: FlatRoom<ImportedProduct> = {
  read: (cells, { fields, company }, problems) => readProduct(fields, cells, { currency: company.currency }, problems),
  place: async (em, products, { run, onExisting, now, state }) => {
    const known = await knownProducts(em, products.map(({ code }) => code), { locked: onExisting !== 'skip' });
    const fresh = products.filter(({ code }) => !known.has(code));
    const made = await makeProducts(em, fresh, now);
    const met = new Set(onExisting === 'update' ? await meetAll(em, run.jobId, [...known.values()].map(({ id }) => id), made) : []);
    const changes = new ProductChanges(new Map([...known, ...made]));
    const first = new Set<string>();
    const outcomes = products.map((product): Outcome => {
      if (!known.has(product.code) && !first.has(product.code)) {
        first.add(product.code);
        return { fate: 'created' };
      }
      if (onExisting === 'skip') return { skipped: 'IS_THERE' };
      const id = changes.idOf(product.code);
      const meeting: Meeting = onExisting === 'update' && known.has(product.code) && !met.has(id) ? 'update' : 'fill';
      met.add(id);
      return changes.meet(product, meeting);
    });
    for (const outcome of outcomes) if ('fate' in outcome) count(state, 'products', outcome.fate);
    await keepMade(em, run.jobId, 'PRODUCT', [...made.values()].map(({ id }) => id));
    await keepProductsBefore(em, run.jobId, changes.changedIds());
    await changes.write(em, now);
    await appendEvents(em, changes.events({ companyId: run.company.id, importId: run.jobId, now }), run.actor, now);
    return outcomes;
  },
};

async function meetAll(em: Em, jobId: Placing['run']['jobId'], known: readonly string[], made: ReadonlyMap<string, { readonly id: string }>): Promise<ReadonlySet<string>> {
  const before = await meet(em, jobId, known);
  await meet(em, jobId, [...made.values()].map(({ id }) => id));
  return before;
}
