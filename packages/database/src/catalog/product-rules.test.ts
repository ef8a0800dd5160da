import { type FactualProduct, productCatalogue, productFactCatalogue, productFacts } from '@orbita/domain/catalog';
import { normaliseText } from '@orbita/domain/facts';
import { fixtureIds, fixtureNow } from '@orbita/domain/rules/rule.fixture';
import fc, { type Arbitrary } from 'fast-check';
import { countProducts, listProducts } from '#catalog';
import { newId } from '#connection';
import { insertRows } from '../facts/rows.fixture.ts';
import { writingAs } from '../reliability/company.fixture.ts';
import { instantOf, testRulesOfList, valueOf } from '../rules/own-facts.fixture.ts';

const now = new Date(fixtureNow);
const { viewer } = writingAs('administrator');
const catalogue = productCatalogue();
const value = valueOf(catalogue);

/** A product of any currency, two of three in the company's; texts in capitals, as people write codes. */
const arbitrary: Arbitrary<FactualProduct> = fc.record({
  code: value<string>('product.code').map((text) => text.toUpperCase()), name: value<string>('product.name').map((text) => ` ${text.toUpperCase()}`),
  categoryId: value<string | null>('product.categoryId'), unit: value<string | null>('product.unit').map((text) => text?.toUpperCase() ?? ' '),
  currency: fc.constantFrom('EUR', 'EUR', 'WEB'), listPrice: value<number | null>('product.listPrice'), cost: value<number | null>('product.cost'),
  active: fc.boolean(), updatedAt: value<number>('product.updatedAt'),
});

testRulesOfList('products', {
  catalogue, own: productFactCatalogue, arbitrary, factsOf: (product) => productFacts(product, 'EUR'),
  store: async (em, rows) => {
    await insertRows(em, 'company', [{ id: newId(), name: 'x', country: 'ES', currency: 'EUR', zone: 'UTC', language: 'en', working_hours: '{}', updated_at: now }]);
    await insertRows(em, 'product_category', fixtureIds.map((id) => ({ id, name: id, name_key: id })));
    await insertRows(em, 'product', rows.map(({ thing, id }, at) => ({
      // A code is taken once, as it is written; as rules compare it, several are alike.
      id, code: `${thing.code}${' '.repeat(at)}`, name: thing.name, name_key: normaliseText(thing.name), category_id: thing.categoryId, unit: thing.unit, currency: thing.currency,
      list_price: thing.listPrice, cost: thing.cost, active: thing.active, updated_at: instantOf(thing.updatedAt),
    })));
  },
  read: async (em, rule) => ({
    ids: (await listProducts(em, { rule }, { by: 'name', descending: false }, { size: 500 }, viewer, now)).map(({ id }) => id), count: await countProducts(em, { rule }, viewer, now),
  }),
});
