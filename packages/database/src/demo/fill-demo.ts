import { sql } from 'kysely';
import type { Database } from '#database';
import { type Em, insertRows, rowsOf } from '#connection';
import { score } from '#facts';
import { traceOrders, windowsEndedBy } from '#cycles';
import { leadCompany } from '#leads';
import { joinCycles } from '#opportunities';
import { refreshCustomers } from '#lifecycle';
import type { LeadCompany } from '@orbita/domain/leads';
import { type Actor, appendEvents, type TimelineEvent } from '#timeline';
import { demoActivities, taskOf } from './demo-activities.ts';
import { type DemoBase, makeDemoBase } from './demo-base.ts';
import { demoCustomer, type DemoCustomer } from './demo-customer.ts';
import { type DemoLead, demoLeads } from './demo-leads.ts';
import { columnRanks, type DemoOpportunity, demoOpportunities, type Selling } from './demo-opportunities.ts';
import { demoOrders, type DemoOrder } from './demo-orders.ts';
import { demoDepartures } from './demo-departures.queries.ts';
import { referrersOf } from './demo-referrals.ts';
import { type Random, randomFrom } from './world/random.ts';
import { localDate } from '@orbita/domain/calendar';

export interface DemoOptions {
  readonly customers: number;
  readonly now: Date;
  readonly zone: string;
  /** The same seed gives the same company. */
  readonly seed?: number;
  /** Hash of the password with which every demo member of staff signs in; without it none can. */
  readonly passwordHash?: string;
  readonly onProgress?: (done: number, of: number) => void;
}

const atOnce = 250;

/** Fills an empty company with a believable life: staff, products, customers, three years of orders and contacts. */
export async function fillDemo(database: Database, options: DemoOptions): Promise<void> {
  const random = randomFrom(options.seed ?? 20_260_101);
  const em = database.em.fork();
  await em.transactional(async (inner) => {
    const base = await makeDemoBase(inner as Em, options.now, options.passwordHash);
    const company = await leadCompany(inner as Em);
    let orders = 0;
    const number = () => `P${String(++orders).padStart(6, '0')}`;
    const selling = { base, now: options.now, zone: options.zone, rank: columnRanks() };
    for (let done = 0; done < options.customers; done += atOnce) {
      const size = Math.min(atOnce, options.customers - done);
      await fillBatch(inner as Em, random, { base, company, selling, options, first: done + 1, size, number });
      options.onProgress?.(done + size, options.customers);
    }
    await rowsOf(inner as Em, sql`
      insert into counter (name, value) values ('order', ${orders}) on conflict (name) do update set value = excluded.value`);
    await rowsOf(inner as Em, sql`update company set example = true, name = 'Almendra Hostelería', language = 'es', version = version + 1`);
  });
  const { now, zone } = options;
  await score(database.em.fork(), { asOf: localDate(now.getTime(), zone), now, zone });
}

interface Batch {
  readonly base: DemoBase;
  readonly company: LeadCompany;
  readonly selling: Selling;
  readonly options: DemoOptions;
  readonly first: number;
  readonly size: number;
  readonly number: () => string;
}

async function fillBatch(em: Em, random: Random, { base, company, selling, options, first, size, number }: Batch): Promise<void> {
  const { now, zone } = options;
  const customers = Array.from({ length: size }, (_, at) => demoCustomer(random, first + at, now, base));
  const orders = customers.map((customer) => demoOrders(random, customer, base, now, number));
  const leads = customers.map((customer, at) => demoLeads(random, customer, orders[at]!, company, now));
  const opportunities = customers.map((customer, at) => demoOpportunities(random, customer, { orders: orders[at]!, leads: leads[at]! }, selling));
  const activities = customers.flatMap((customer, at) => [
    ...demoActivities(random, customer, base, now), ...opportunities[at]!.flatMap(({ task }) => (task ? [taskOf(random, customer, base, now, task)] : [])),
  ]);
  const referrers = referrersOf(random, customers);
  await insertRows(em, 'customer', customers.map(({ id, customer }) => ({ ...customer, referred_by: referrers.get(id) ?? null })));
  await insertRows(em, 'contact', customers.flatMap(({ contacts }) => contacts));
  await insertRows(em, 'contact_point', customers.flatMap(({ points }) => points));
  await insertRows(em, 'consent', customers.flatMap(({ consents }) => consents));
  await insertRows(em, 'address', customers.flatMap(({ addresses }) => addresses));
  await insertRows(em, 'customer_identity', customers.flatMap(({ identities }) => identities));
  await insertRows(em, 'sales_order', orders.flat().map(({ order }) => order));
  await insertRows(em, 'order_line', orders.flat().flatMap(({ lines }) => lines));
  await insertRows(em, 'order_return', orders.flat().flatMap(({ returns }) => returns));
  await insertRows(em, 'activity', activities);
  await insertRows(em, 'lead', leads.flat().map(({ row }) => row));
  await insertRows(em, 'opportunity', opportunities.flat().map(({ row }) => row));
  await insertRows(em, 'opportunity_visit', opportunities.flat().flatMap(({ visits }) => visits));
  const events = customers.flatMap((customer, at) => eventsOf(customer, { orders: orders[at]!, activities, leads: leads[at]!, opportunities: opportunities[at]!, referrerId: referrers.get(customer.id) }));
  await appendEvents(em, events, demoActor, now);
  const ids = customers.map(({ id }) => id);
  const moved = await traceOrders(em, ids, { actor: demoActor, now, zone, timersUntil: await windowsEndedBy(em, now) },
    new Map(customers.map(({ id }, at) => [id, [...leads[at]!, ...opportunities[at]!].flatMap(({ cycle }) => cycle).toSorted((a, b) => a.at - b.at)])));
  await joinCycles(em, ids);
  await refreshCustomers(em, [...new Set([...ids, ...moved])], { now, zone, actor: demoActor });
  await demoDepartures(em, random, ids, { base, now, zone, actor: demoActor });
}

const demoActor: Actor = { kind: 'IMPORT', id: null, channel: 'COMMAND_LINE' };

interface Lived {
  readonly orders: readonly DemoOrder[];
  readonly activities: readonly Record<string, unknown>[];
  readonly leads: readonly DemoLead[];
  readonly opportunities: readonly DemoOpportunity[];
  readonly referrerId: string | undefined;
}

function eventsOf({ id, customer }: DemoCustomer, { orders, activities, leads, opportunities, referrerId }: Lived): TimelineEvent[] {
  const at = (text: unknown) => new Date(text as string);
  const event = (type: string, occurredAt: unknown, payload: Record<string, unknown>): TimelineEvent =>
    ({ customerId: id, type, occurredAt: at(occurredAt), payload });
  return [
    event('customerCreated', customer['created_at'], { source: customer['source'] }),
    ...(referrerId ? [event('referrerSet', customer['created_at'], { referrerId })] : []),
    ...orders.flatMap(({ order, returns }) => [
      event('orderPlaced', order['placed_at'], { orderId: order['id'] }),
      ...(order['delivered_at'] ? [event('orderDelivered', order['delivered_at'], { orderId: order['id'] })] : []),
      ...(order['settled_at'] ? [event('orderSettled', order['settled_at'], { orderId: order['id'] })] : []),
      ...returns.map((row) => event('goodsReturned', row['returned_at'], { orderId: order['id'], returnId: row['id'] })),
    ]),
    ...leads.flatMap(({ events }) => events),
    ...opportunities.flatMap(({ events }) => events),
    ...activities.filter((row) => row['customer_id'] === id).map((row) =>
      event(row['kind'] === 'TASK' ? 'taskCreated' : 'activityLogged', row['occurred_at'], { activityId: row['id'], kind: row['kind'] })),
  ].toSorted((a, b) => a.occurredAt.getTime() - b.occurredAt.getTime());
}
