import { type FactualOrder, orderCatalogue, orderFactCatalogue, orderFacts } from '@orbita/domain/orders';
import { fixtureIds, fixtureNow } from '@orbita/domain/rules/rule.fixture';
import fc, { type Arbitrary } from 'fast-check';
import { newId } from '#connection';
import { countOrders, listOrders } from '#orders';
import { insertRows } from '../../facts/rows.fixture.ts';
import { writingAs } from '../../reliability/company.fixture.ts';
import { instantOf, testRulesOfList, valueOf } from '../../rules/own-facts.fixture.ts';

const now = new Date(fixtureNow);
const { viewer } = writingAs('administrator');
const catalogue = orderCatalogue();
const value = valueOf(catalogue);

/** An order of any state; numbers and instants beside those that rules compare with. */
const arbitrary: Arbitrary<FactualOrder> = fc.record({
  placedAt: value<number>('order.placedAt'), companyAmount: value<number>('order.amount'), companyReturned: value<number>('order.returned'),
  currency: fc.constantFrom('EUR', 'WEB'), channel: value<FactualOrder['channel']>('order.channel'), source: value<FactualOrder['source']>('order.source'),
  system: value<string | null>('order.system'), lineId: value<string>('order.lineId'), productIds: value<readonly string[]>('order.productIds'),
  deliveredAt: value<number | null>('order.deliveredAt'), settledAt: value<number | null>('order.settledAt'), cancelledAt: fc.option(value<number | null>('order.cancelledAt'), { nil: null, freq: 2 }),
  contractEndsAt: value<number | null>('order.contractEndsAt'), noticeEndsAt: value<number | null>('order.noticeEndsAt'),
  renewsOrderId: fc.option(fc.constantFrom(...fixtureIds), { nil: null }), tracked: fc.boolean(), returnedWhole: fc.boolean(),
});

testRulesOfList('orders', {
  catalogue, own: orderFactCatalogue, arbitrary, factsOf: orderFacts,
  store: async (em, rows) => {
    await insertRows(em, 'sales_order', rows.map(({ thing: order, id, customer_id }) => ({
      id, customer_id, number: id, source: order.source, system: order.system?.toUpperCase() ?? null, line_id: order.lineId, channel: order.channel, placed_at: instantOf(order.placedAt), tracked: order.tracked,
      delivered_at: instantOf(order.deliveredAt), settled_at: instantOf(order.settledAt), cancelled_at: instantOf(order.cancelledAt), contract_ends_at: instantOf(order.contractEndsAt),
      notice_ends_at: instantOf(order.noticeEndsAt), renews_order_id: order.renewsOrderId, currency: order.currency, amount: 0, company_amount: order.companyAmount,
      company_returned: order.companyReturned, returned_whole: order.returnedWhole, created_at: now, updated_at: now,
    })));
    await insertRows(em, 'order_line', rows.flatMap(({ thing: order, id, customer_id }) => order.productIds.map((product_id, no) =>
      ({ id: newId(), customer_id, order_id: id, no: no + 1, product_id, description: '', quantity: 1, unit_price: 1, amount: 1, company_amount: 1 }))));
  },
  read: async (em, rule) => ({
    ids: (await listOrders(em, { rule }, { size: 500 }, new Set(), viewer, now)).map(({ id }) => id), count: await countOrders(em, { rule }, viewer, now),
  }),
});
