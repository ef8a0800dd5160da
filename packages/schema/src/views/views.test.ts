import 'reflect-metadata';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RefusalResolver } from '#refusals';
import { type House, openTestHouse } from '../testing/execute.ts';
import { SavedViewResolver } from './index.ts';

let house: House;
beforeAll(async () => { house = await openTestHouse([RefusalResolver, SavedViewResolver]); });
afterAll(() => house.close());

const create = `mutation ($input: CreateSavedViewInput!) { createSavedView(input: $input) { savedView { id name search shared version ownerName viewerCanUpdate } refusal { code field } } }`;
const update = `mutation ($input: UpdateSavedViewInput!) { updateSavedView(input: $input) { savedView { name search version } refusal { code details } } }`;
const list = '{ savedViews(room: "customers") { name viewerCanUpdate } }';

test('a view is kept, shared in the own house only, and changed by its owner only', async () => {
  const owner = await house.person('sales', { name: 'Olga' });
  const search = { rule: { fact: 'country', is: 'eq', value: 'ES' }, columns: ['name'] };
  const made = await house.ask(owner, create, { input: { room: 'customers', name: 'Spain', search } });
  expect(made.data?.['createSavedView']).toMatchObject({
    savedView: { name: 'Spain', search, shared: false, version: 1, ownerName: 'Olga', viewerCanUpdate: true }, refusal: null,
  });
  const { id } = made.data?.['createSavedView'].savedView;
  const colleague = await house.person('service');
  const partner = await house.person('partner', { partnerId: await house.group('partner', 'Agencia') });
  expect((await house.ask(colleague, list)).data?.['savedViews']).toEqual([]);
  const rename = (input: object) => ({ input: { id, expectedVersion: 1, ...input } });
  expect((await house.ask(colleague, update, rename({ name: 'Mine' }))).data?.['updateSavedView'].refusal.code).toBe('NOT_FOUND');
  const shared = await house.ask(owner, update, rename({ shared: true, search: { columns: [] } }));
  expect(shared.data?.['updateSavedView'].savedView).toEqual({ name: 'Spain', search: { columns: [] }, version: 2 });
  expect((await house.ask(colleague, list)).data?.['savedViews']).toEqual([{ name: 'Spain', viewerCanUpdate: false }]);
  expect((await house.ask(partner, list)).data?.['savedViews']).toEqual([]);
  expect((await house.ask(colleague, update, rename({ expectedVersion: 2 }))).data?.['updateSavedView'].refusal.code).toBe('FORBIDDEN');
  const administrator = await house.person('administrator');
  const stale = await house.ask(administrator, update, rename({ name: 'Old' }));
  expect(stale.data?.['updateSavedView']).toEqual({
    savedView: { name: 'Spain', search: { columns: [] }, version: 2 }, refusal: { code: 'STALE_VERSION', details: { by: 'Olga' } },
  });
  const removed = await house.ask(owner, `mutation { deleteSavedView(input: { id: "${id}", expectedVersion: 2 }) { id refusal { code } } }`);
  expect(removed.data?.['deleteSavedView']).toEqual({ id, refusal: null });
});

test('what is no state of a page is refused', async () => {
  const owner = await house.person('sales');
  const refusal = async (input: object) =>
    (await house.ask(owner, create, { input: { room: 'customers', name: 'x', search: {}, ...input } })).data?.['createSavedView'].refusal;
  expect(await refusal({ search: [] })).toEqual({ code: 'INVALID_FORMAT', field: 'search' });
  expect(await refusal({ search: { text: 'x'.repeat(30_000) } })).toEqual({ code: 'TOO_LONG', field: 'search' });
  expect(await refusal({ room: '../etc' })).toEqual({ code: 'INVALID_FORMAT', field: 'room' });
  expect(await refusal({ name: ' ' })).toEqual({ code: 'REQUIRED', field: 'name' });
});
