import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Viewer } from '@orbita/domain/access';
import { type Answer, type House, openTestHouse } from '../testing/execute.ts';
import { layCustomer } from '../testing/lay-customer.ts';

let house: House;
let manager: Viewer;
let sales: Viewer;
let stranger: Viewer;
let customerId: string;
beforeAll(async () => {
  house = await openTestHouse();
  manager = await house.person('manager', { name: 'Ana' });
  sales = await house.person('sales', { name: 'Luis' });
  stranger = await house.person('sales');
}, 180_000);
afterAll(() => house.close());
beforeEach(async () => { customerId = await layCustomer(house, { owner: sales }); });

type Fields = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- answers are read by shape
const line = { description: 'Rioja', quantity: '1', unitPrice: '10' };
const place = async (input: object = {}, viewer = sales): Promise<Fields> => (await house.ask(viewer,
  'mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { order { id version } refusal { code field } } }',
  { input: { customerId, lines: [line], tracked: false, ...input } })).data!['placeOrder'];
const change = async (verb: string, input: object, viewer = sales): Promise<Fields> => {
  const type = `${verb.charAt(0).toUpperCase()}${verb.slice(1)}Input`;
  const what = verb === 'terminateContract' ? 'order { id version }'
    : 'customer { id version facts { leftAt leftReason referredBy acquisitionCost { amount } } }';
  const answer = await house.ask(viewer, `mutation($input: ${type}!) { ${verb}(input: $input) { ${what} refusal { code field message details } } }`, { input });
  if (answer.errors) return { errors: answer.errors.map(({ extensions }) => extensions['code']) };
  return answer.data![verb];
};
const cyclesOf = (viewer: Viewer, id = customerId): Promise<Answer> => house.ask(viewer, `query($id: ID!) { customer(id: $id) { cycles(first: 10) {
  totalCount edges { node { origin phase outcome lostInPhase closeReason windowEndsAt line { name } order { number version contractEndsAt noticeEndsAt } visits { phase leftAt } } } } } }`, { id });
const told = async (type: string) => house.sql('select type, payload from timeline_event where customer_id = ? and type = ?', [customerId, type]);
const nodes = async () => (await cyclesOf(sales)).data!['customer'].cycles.edges.map((edge: Fields) => edge['node']);

test('a renewed contract has a cycle of its own, and notice moves the end of its after-sales', async () => {
  const first = (await place({ placedAt: '2025-07-01T10:00:00Z', contractEndsAt: '2026-07-01T10:00:00Z' }))['order'];
  const { order } = await place({ contractEndsAt: '2027-06-01T10:00:00Z', renews: first.id });
  expect((await nodes()).map(({ origin, outcome }: Fields) => [origin, outcome])).toEqual([['RENEWAL', null], ['NEW', 'RECURRENT']]);
  const effectiveAt = '2026-12-31T23:00:00.000Z';
  const [past, beyond] = await Promise.all(['2026-01-01T00:00:00Z', '2027-06-02T00:00:00Z'].map((at) =>
    change('terminateContract', { id: order.id, expectedVersion: 1, effectiveAt: at })));
  expect([past, beyond]).toMatchObject([{ refusal: { code: 'OUT_OF_RANGE', field: 'effectiveAt' } }, { refusal: { code: 'OUT_OF_RANGE' } }]);
  expect(await change('terminateContract', { id: order.id, expectedVersion: 1, effectiveAt }, stranger)).toMatchObject({ order: null, refusal: { code: 'NOT_FOUND' } });
  expect(await change('terminateContract', { id: order.id, expectedVersion: 1, effectiveAt })).toMatchObject({ order: { version: 2 }, refusal: null });
  expect((await nodes())[0]).toMatchObject({ phase: 'AFTER_SALES', windowEndsAt: effectiveAt, order: { noticeEndsAt: effectiveAt } });
  expect(await told('contractTerminated')).toEqual([{ type: 'contractTerminated', payload: { orderId: order.id, effectiveAt, effectiveOn: '2027-01-01' } }]);
  expect(await change('terminateContract', { id: order.id, expectedVersion: 1, effectiveAt })).toMatchObject({ order: { version: 2 }, refusal: { code: 'STALE_VERSION' } });
});

test('an order renews a contract of the same customer only, and what is no contract is not terminated', async () => {
  const { order } = await place();
  expect((await place({ renews: order.id }))['refusal']).toMatchObject({ code: 'NOT_FOUND', field: 'renews' });
  expect(await change('terminateContract', { id: order.id, expectedVersion: 1, effectiveAt: '2026-07-01T00:00:00Z' })).toMatchObject({ refusal: { code: 'CONFLICT' } });
});

test('who leaves is told with his reason, apart what was written freely; once; taken back, what closed stays closed', async () => {
  await place();
  const version = Number((await house.sql<{ version: number }>('select version from customer where id = ?', [customerId]))[0]!.version);
  const left = await change('recordDeparture', { id: customerId, expectedVersion: version, reason: 'COMPETITOR', note: 'He told Eva' });
  expect(left).toMatchObject({ refusal: null, customer: { facts: { leftReason: 'COMPETITOR', leftAt: '2026-06-15T10:00:00.000Z' } } });
  expect((await nodes())[0]).toMatchObject({ phase: 'CLOSED', outcome: 'LOST', lostInPhase: 'AFTER_SALES', closeReason: 'COMPETITOR' });
  expect(await told('customerLeft')).toEqual([{ type: 'customerLeft', payload: { reason: 'COMPETITOR' } }]);
  expect(await house.sql('select values from event_personal where customer_id = ?', [customerId])).toEqual([{ values: { note: 'He told Eva' } }]);
  const again = left['customer'].version;
  expect(await change('recordDeparture', { id: customerId, expectedVersion: again, reason: 'PRICE' })).toMatchObject({ refusal: { code: 'CONFLICT' } });
  expect(await change('recordDeparture', { id: customerId, expectedVersion: version, reason: 'PRICE' }, manager)).toMatchObject({ refusal: { code: 'STALE_VERSION', details: { by: 'Luis' } } });
  expect(await change('withdrawDeparture', { id: customerId, expectedVersion: again }, stranger)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  const back = await change('withdrawDeparture', { id: customerId, expectedVersion: again });
  expect(back).toMatchObject({ refusal: null, customer: { facts: { leftAt: null, leftReason: null } } });
  expect((await nodes())[0]).toMatchObject({ outcome: 'LOST' });
  expect(await change('withdrawDeparture', { id: customerId, expectedVersion: back['customer'].version })).toMatchObject({ refusal: { code: 'CONFLICT' } });
});

test('who recommended a customer is set once, before his first cycle, somebody whom one sees; the tree shows him', async () => {
  const other = await layCustomer(house, { owner: sales, name: 'Café Sol' });
  const hidden = await layCustomer(house, { owner: stranger, name: 'Hidden' });
  const set = (id: string, referrerId: string, expectedVersion = 1) => change('setReferrer', { id, expectedVersion, referrerId });
  expect(await set(customerId, hidden)).toMatchObject({ refusal: { code: 'NOT_FOUND', field: 'referrerId' } });
  expect(await set(customerId, customerId)).toMatchObject({ refusal: { code: 'INVALID', field: 'referrerId' } });
  expect(await set(customerId, other)).toMatchObject({ refusal: null, customer: { facts: { referredBy: other } } });
  expect(await set(other, customerId)).toMatchObject({ refusal: { code: 'INVALID' } });
  expect(await set(customerId, other, 2)).toMatchObject({ refusal: { code: 'CONFLICT' } });
  await place();
  expect((await nodes())[0]).toMatchObject({ origin: 'REFERRED' });
  house.statements.length = 0;
  const tree = await house.ask(sales, `query($id: ID!) { customer(id: $id) { name referrals { recommended qualified bought revenue { amount } nodes { customerId name depth } } } }`, { id: other });
  expect(tree.data!['customer'].referrals).toEqual({ recommended: 1, qualified: 1, bought: 1, revenue: { amount: '10.00' }, nodes: [{ customerId, name: 'Bodegas Ríos', depth: 1 }] });
  expect(house.statements).toHaveLength(2);
  expect(await set(other, (await layCustomer(house, { owner: sales })), 1)).toMatchObject({ refusal: null });
  const bought = await layCustomer(house, { owner: sales });
  await place({ customerId: bought });
  expect(await set(bought, other)).toMatchObject({ refusal: { code: 'CONFLICT' } });
});

test('what it cost to win a customer is for those who keep his orders and may read margins, exact, and not told by the event', async () => {
  expect(await change('setAcquisitionCost', { id: customerId, expectedVersion: 1, cost: '12.50' })).toMatchObject({ refusal: { code: 'FORBIDDEN' } });
  expect(await change('setAcquisitionCost', { id: customerId, expectedVersion: 1, cost: '-1' }, manager)).toMatchObject({ refusal: { code: 'OUT_OF_RANGE', field: 'cost' } });
  const done = await change('setAcquisitionCost', { id: customerId, expectedVersion: 1, cost: '12.50' }, manager);
  expect(done).toMatchObject({ refusal: null, customer: { facts: { acquisitionCost: { amount: '12.50' } } } });
  expect(await told('acquisitionCostSet')).toEqual([{ type: 'acquisitionCostSet', payload: { known: true } }]);
  const finance = await house.person('finance');
  const { version } = done['customer'];
  expect(await change('setAcquisitionCost', { id: customerId, expectedVersion: version, cost: null }, finance)).toMatchObject({ refusal: null, customer: { facts: { acquisitionCost: null } } });
  expect(await change('setAcquisitionCost', { id: customerId, expectedVersion: version, cost: '1' }, manager)).toMatchObject({ refusal: { code: 'STALE_VERSION' } });
  expect(await change('setAcquisitionCost', { id: customerId, expectedVersion: version, cost: '1' }, await house.person('analyst'))).toMatchObject({ errors: ['FORBIDDEN'] });
  const may = async (viewer: Viewer) => (await house.ask(viewer, 'query($id: ID!) { customer(id: $id) { viewerCanSetAcquisitionCost } }', { id: customerId })).data!['customer'].viewerCanSetAcquisitionCost;
  expect([await may(sales), await may(manager), await may(finance)]).toEqual([false, true, true]);
});

test('ledger, funnel and cohorts answer in one and two statements, over what the viewer sees', async () => {
  const team = await house.group('team', 'North');
  const nobody = await house.person('sales', { teamId: team });
  await place({ tracked: true, placedAt: '2026-03-05T10:00:00Z' });
  const ask = (viewer: Viewer, text: string) => house.ask(viewer, text);
  const own = await house.person('sales');
  const mine = await layCustomer(house, { owner: own });
  await place({ customerId: mine, placedAt: '2026-01-31T23:30:00Z' }, own);
  const ledger = 'started open lost closedWithOrder healthPct lostInPhase { phase count }';
  house.statements.length = 0;
  const { data } = await ask(own, `{ cycleLedger { ${ledger} } }`);
  expect(data!['cycleLedger']).toMatchObject({ started: 1, open: 1, lost: 0, healthPct: null });
  expect(house.statements).toHaveLength(1);
  house.statements.length = 0;
  const funnel = await ask(own, '{ cycleFunnel(cohort: { origin: NEW }) { timeToFirstPurchase phases { phase reached passing converted medianTime } } }');
  expect(funnel.data!['cycleFunnel'].phases.find((one: Fields) => one['phase'] === 'DELIVERY')).toEqual({ phase: 'DELIVERY', reached: 1, passing: 1, converted: 1, medianTime: 0 });
  expect(house.statements).toHaveLength(2);
  // 23:30 UTC is February in Madrid.
  const months = await ask(own, `{ cycleCohorts(by: MONTH, cohort: { openedFrom: "2026-02-01", openedUntil: "2026-02-28" }) { key ledger { started } } }`);
  expect(months.data!['cycleCohorts']).toEqual([{ key: '2026-02-01', ledger: { started: 1 } }]);
  expect((await ask(nobody, `{ cycleLedger { ${ledger} } }`)).data!['cycleLedger']).toMatchObject({ started: 0 });
});
