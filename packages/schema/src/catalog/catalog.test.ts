import type { Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse } from '../testing/execute.ts';

let house: House;
let manager: Viewer;
let sales: Viewer;
beforeAll(async () => {
  house = await openTestHouse();
  manager = await house.person('manager', { name: 'Ana' });
  sales = await house.person('sales');
});
afterAll(() => house.close());

const fields = `product { id code name unit active version category { name } listPrice { amount currency } cost { amount } } refusal { code field details }`;
const create = async (input: object, viewer = manager, key?: string) => (await house.ask(viewer,
  `mutation($input: CreateProductInput!, $key: String) { createProduct(input: $input, idempotencyKey: $key) { ${fields} } }`, { input, key })).data?.['createProduct'];
const update = async (input: object, viewer = manager) => (await house.ask(viewer,
  `mutation($input: UpdateProductInput!) { updateProduct(input: $input) { ${fields} } }`, { input })).data!['updateProduct'];

test('a product is made with its category, and its cost shown to those who may read margins', async () => {
  const { product } = await create({ code: 'RJ', name: 'Rioja Ñandú', category: 'Vinos', listPrice: '8.50', cost: '5' });
  expect(product).toMatchObject({ code: 'RJ', category: { name: 'Vinos' }, listPrice: { amount: '8.50', currency: 'EUR' }, cost: { amount: '5.00' }, version: 1 });
  const second = await create({ code: 'RB', name: 'Ribera', category: ' vinos ' });
  expect(second.product.category.name).toBe('Vinos');
  const seen = await house.ask(sales, `{ products(search: "nandu") { totalCount edges { node { code listPrice { amount } cost { amount } } } } productCategories { name products } }`);
  expect(seen.data).toEqual({
    products: { totalCount: 1, edges: [{ node: { code: 'RJ', listPrice: { amount: '8.50' }, cost: null } }] },
    productCategories: [{ name: 'Vinos', products: 2 }],
  });
});

test('a list is narrowed by a rule over the product, whose cost tells nothing to who may not read it; a rule about customers is refused', async () => {
  await create({ code: 'RU1', name: 'Ruled one', category: 'Ruled', listPrice: '10', cost: '4', unit: 'Caja' });
  await create({ code: 'RU2', name: 'Ruled two', category: 'Ruled', listPrice: '20', cost: '19' });
  await create({ code: 'RU3', name: 'Ruled three', currency: 'USD', listPrice: '20' });
  const ask = (viewer: Viewer, rule: unknown) => house.ask(viewer, `query($rule: JSON) { products(rule: $rule, search: "RU") { totalCount edges { node { code } } } }`, { rule });
  const codes = async (viewer: Viewer, rule: unknown) => {
    const { totalCount, edges } = (await ask(viewer, rule)).data!['products'];
    return [totalCount, ...edges.map(({ node }: { node: { code: string } }) => node.code).sort()];
  };
  expect(await codes(sales, { fact: 'product.listPrice', is: 'ge', value: 2000 })).toEqual([1, 'RU2']);
  expect(await codes(sales, { and: [{ fact: 'product.unit', is: 'eq', value: 'CAJA' }, { not: { fact: 'product.name', is: 'contains', value: 'two' } }] })).toEqual([1, 'RU1']);
  expect(await codes(sales, { fact: 'product.currency', is: 'eq', value: 'USD' })).toEqual([1, 'RU3']);
  const dear = { fact: 'product.cost', is: 'gt', value: 400 };
  expect([await codes(manager, dear), await codes(sales, dear), await codes(sales, { not: dear }), await codes(sales, { fact: 'product.cost', is: 'isSet' })]).toEqual([[1, 'RU2'], [0], [0], [0]]);
  for (const rule of [{ fact: 'ordersCount', is: 'ge', value: 1 }, { some: 'orders', where: { and: [] } }]) expect((await ask(sales, rule)).errors![0]!.extensions['code']).toBe('BAD_USER_INPUT');
  const offered = async (viewer: Viewer) => (await house.ask(viewer, `{ ruleCatalogue(subject: product) { facts { key } relations { name } } }`)).data!['ruleCatalogue'];
  const { facts, relations } = await offered(sales);
  expect([facts.map(({ key }: { key: string }) => key).includes('product.cost'), facts.length, relations, (await offered(manager)).facts.length]).toEqual([false, 8, [], 9]);
});

test('a code is taken once, also by two at once; a retry makes nothing twice', async () => {
  const [a, b] = await Promise.all([create({ code: 'ONE', name: 'One' }), create({ code: 'ONE', name: 'Other' })]);
  expect([a, b].map(({ refusal }) => refusal?.code ?? null).sort()).toEqual(['ALREADY_EXISTS', null]);
  const [first, again] = await Promise.all([create({ code: 'TWO', name: 'Two' }, manager, 'k'), create({ code: 'TWO', name: 'Two' }, manager, 'k')]);
  expect(again.product.id).toBe(first.product.id);
});

test('an update guards its version, names who was first, and refuses what is no amount', async () => {
  const { product: { id } } = await create({ code: 'UPD', name: 'Old', listPrice: '3' });
  expect((await update({ id, expectedVersion: 1, listPrice: '1.234' })).refusal).toMatchObject({ code: 'INVALID_FORMAT', field: 'listPrice' });
  expect((await update({ id, expectedVersion: 1, listPrice: '-1' })).refusal).toMatchObject({ code: 'OUT_OF_RANGE', field: 'listPrice' });
  expect((await update({ id, expectedVersion: 1, currency: 'USD' })).refusal).toMatchObject({ code: 'REQUIRED', field: 'listPrice' });
  expect((await update({ id, expectedVersion: 1, code: 'RJ' })).refusal).toMatchObject({ code: 'ALREADY_EXISTS', field: 'code' });
  expect((await update({ id, expectedVersion: 1, name: 'New', unit: 'box', listPrice: null })).product).toMatchObject({ name: 'New', unit: 'box', listPrice: null, version: 2 });
  const stale = await update({ id, expectedVersion: 1, name: 'Newer' });
  expect(stale).toMatchObject({ product: { name: 'New', version: 2 }, refusal: { code: 'STALE_VERSION', details: { by: 'Ana' } } });
  const told = await house.sql(`select type, payload->'changed' as changed from timeline_event where payload->>'id' = ? order by no`, [id]);
  expect(told).toMatchObject([{ type: 'productCreated' }, { type: 'productUpdated', changed: ['name', 'unit', 'listPrice'] }]);
  const [, { values }] = await house.sql(`select payload->'values' as values from timeline_event where payload->>'id' = ? order by no`, [id]) as [unknown, { values: object }];
  expect(values).toEqual({ name: { before: 'Old', after: 'New' }, unit: { before: null, after: 'box' }, listPrice: { before: '3.00', after: null } });
});

test('a product that is deactivated cannot be sold; who may only read cannot do it', async () => {
  const { product: { id } } = await create({ code: 'OLD', name: 'Old thing', listPrice: '1' });
  const off = `mutation($input: DeactivateProductInput!) { deactivateProduct(input: $input) { ${fields} } }`;
  const input = { id, expectedVersion: 1 };
  expect((await house.ask(sales, off, { input })).errors![0]!.extensions['code']).toBe('FORBIDDEN');
  expect((await house.ask(manager, off, { input })).data!['deactivateProduct'].product).toMatchObject({ active: false, version: 2 });
  const listed = await house.ask(sales, `{ products(active: true, search: "old") { edges { node { code } } } }`);
  expect(listed.data!['products'].edges).toEqual([]);
});

test('pages of products lose and double nothing, forwards and backwards', async () => {
  for (let at = 0; at < 5; at++) await create({ code: `PG${at}`, name: at < 3 ? 'Same' : `Same ${at}`, category: 'Paged' });
  const page = async (args: string) => (await house.ask(sales, `{ products(search: "PG", ${args}) { pageInfo { hasNextPage startCursor endCursor } edges { node { code } } } }`)).data!['products'];
  const codes = (listed: { edges: { node: { code: string } }[] }) => listed.edges.map(({ node }) => node.code);
  const first = await page('first: 3');
  const rest = await page(`first: 3, after: "${first.pageInfo.endCursor}"`);
  expect(new Set([...codes(first), ...codes(rest)]).size).toBe(5);
  expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
  expect(codes(await page(`last: 3, before: "${rest.pageInfo.startCursor}"`))).toEqual(codes(first));
  expect(await page('first: 3, last: null, after: null, before: null, offset: null')).toEqual(first);
  // Rows after a cursor would be the answer to who asks for those before it.
  for (const crossed of ['first: 2, before:', 'before:', 'last: 2, after:']) {
    const { errors } = await house.ask(sales, `{ products(search: "PG", ${crossed} "${first.pageInfo.endCursor}") { totalCount } }`);
    expect([crossed, errors?.[0]?.extensions['code']]).toEqual([crossed, 'BAD_USER_INPUT']);
  }
});

test('a product comes back among what can be sold, and saying it twice tells it once', async () => {
  const { product: { id } } = await create({ code: 'BACK', name: 'Back again', listPrice: '1' });
  const set = async (verb: string, expectedVersion: number) => (await house.ask(manager,
    `mutation($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ${fields} } }`, { input: { id, expectedVersion } })).data![verb];
  await set('deactivateProduct', 1);
  expect((await set('activateProduct', 1)).refusal).toMatchObject({ code: 'STALE_VERSION' });
  expect((await set('activateProduct', 2)).product).toMatchObject({ active: true, version: 3 });
  expect((await set('activateProduct', 3)).product).toMatchObject({ active: true, version: 3 });
  const told = await house.sql(`select type from timeline_event where payload->>'id' = ? order by no`, [id]);
  expect(told).toEqual([{ type: 'productCreated' }, { type: 'productDeactivated' }, { type: 'productActivated' }]);
});

test('a category is renamed under a name of its own, and tells what it was called', async () => {
  await create({ code: 'K1', name: 'K1', category: 'Cafés' });
  await create({ code: 'K2', name: 'K2', category: 'Tés' });
  const { productCategories } = (await house.ask(manager, `{ productCategories { id name } }`)).data!;
  const { id } = productCategories.find(({ name }: { name: string }) => name === 'Cafés');
  const rename = async (name: string, viewer = manager) => house.ask(viewer,
    `mutation($input: RenameProductCategoryInput!) { renameProductCategory(input: $input) { category { id name } refusal { code field } } }`, { input: { id, name } });
  expect((await rename('Cafés', sales)).errors![0]!.extensions['code']).toBe('FORBIDDEN');
  expect((await rename(' tes ')).data!['renameProductCategory'].refusal).toEqual({ code: 'ALREADY_EXISTS', field: 'name' });
  expect((await rename('Café y té')).data!['renameProductCategory'].category).toEqual({ id, name: 'Café y té' });
  const [told] = await house.sql(`select payload from timeline_event where type = 'productCategoryRenamed'`, []);
  expect(told).toMatchObject({ payload: { values: { name: { before: 'Cafés', after: 'Café y té' } } } });
});

test.each(['name', 'code', 'listPrice', 'updatedAt'])('a list by %s reads the same forwards in pages, and turned round', async (by) => {
  for (let at = 0; at < 5; at++) await create({ code: `${by}${(at * 7) % 5}`, name: `Sorted ${by} ${(at * 3) % 5}`, ...(at === 2 ? {} : { listPrice: String((at * 11) % 7) }) });
  const list = async (args: string) => (await house.ask(sales,
    `{ products(search: "sorted ${by.toLowerCase()}", ${args}) { pageInfo { endCursor } edges { node { id code name listPrice { amount } updatedAt } } } }`)).data!['products'];
  const ids = ({ edges }: { edges: { node: { id: string } }[] }) => edges.map(({ node }) => node.id);
  const rising = await list(`first: 100, orderBy: { by: ${by} }`);
  expect(ids(rising)).toHaveLength(5);
  const values = rising.edges.map(({ node }: { node: Record<string, unknown> }) => (by === 'listPrice' ? Number((node['listPrice'] as { amount: string } | null)?.amount ?? -1) : String(node[by])));
  expect(values).toEqual(values.toSorted((a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)));
  const first = await list(`first: 2, orderBy: { by: ${by} }`);
  const rest = await list(`first: 10, after: "${first.pageInfo.endCursor}", orderBy: { by: ${by} }`);
  expect([...ids(first), ...ids(rest)]).toEqual(ids(rising));
  expect(ids(await list(`first: 100, orderBy: { by: ${by}, descending: true }`))).toEqual(ids(rising).toReversed());
});
