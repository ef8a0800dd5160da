import type { CycleEvent } from '@orbita/domain/cycles';
import { sql } from 'kysely';
import { type Em, insertRows, run } from '#connection';
import { traceOrders, windowsEndedBy } from '#cycles';
import { refreshCustomers } from '#lifecycle';
import { joinCycles } from '#opportunities';
import { type Actor, appendEvents, type TimelineEvent } from '#timeline';
import type { DemoCustomer } from './demo-customer.ts';
import type { DemoLead } from './demo-leads.ts';
import type { DemoOpportunity } from './demo-opportunities.ts';
import type { DemoOrder } from './demo-orders.ts';

type Row = Record<string, unknown>;

/** Everything that will have happened to a batch of customers. */
export interface Lives {
  readonly customers: readonly DemoCustomer[];
  readonly orders: readonly DemoOrder[];
  readonly leads: readonly DemoLead[];
  readonly opportunities: readonly DemoOpportunity[];
  readonly activities: readonly Row[];
  readonly events: readonly TimelineEvent[];
}

interface Span {
  readonly from: Date;
  readonly until: Date;
  readonly zone: string;
}

export const demoActor: Actor = { kind: 'IMPORT', id: null, channel: 'COMMAND_LINE' };

/** Lets what happened up to an instant happen: rows as they were then, cycles, and where everybody stood. */
export async function liveUntil(em: Em, lives: Lives, { from, until, zone }: Span): Promise<void> {
  const within = (at: unknown) => at !== null && from < new Date(at as string) && new Date(at as string) <= until;
  const known = lives.customers.filter(({ life }) => life.since <= until.getTime());
  const ids = known.map(({ id }) => id);
  const placed = lives.orders.filter(({ order }) => within(order['placed_at']));
  const moved = lives.orders.filter(({ order, returns }) => [order['placed_at'], order['delivered_at'], order['settled_at'], returns[0]?.['returned_at'] ?? null].some(within));
  await putRows(em, 'sales_order', moved.map((order) => orderAt(order, until)));
  await insertRows(em, 'order_line', placed.flatMap(({ lines }) => lines));
  await insertRows(em, 'order_return', lives.orders.flatMap(({ returns }) => returns.filter((row) => within(row['returned_at']))));
  await insertRows(em, 'activity', lives.activities.filter((row) => within(row['occurred_at'])));
  // As they came in; the cycles have to hear what became of them before their rows say it.
  await insertRows(em, 'lead', lives.leads.filter(({ row }) => within(row['captured_at'])).map(({ row }) => leadAt(row, new Date(row['captured_at'] as string))));
  const offered = lives.opportunities.filter(({ row }) => [row['opened_at'], row['closed_at']].some(within));
  await putRows(em, 'opportunity', offered.map(({ row }) => opportunityAt(row, until)));
  await insertRows(em, 'opportunity_visit', offered.filter(({ row }) => within(row['opened_at'])).flatMap(({ visits }) => visits));
  await appendEvents(em, lives.events.filter(({ occurredAt }) => within(occurredAt)), demoActor, until);
  const heard = [...lives.leads, ...lives.opportunities].flatMap(({ row, cycle }) => cycle.filter(({ at }) => within(at)).map((event) => ({ id: row['customer_id'] as string, event })));
  const touched = await traceOrders(em, ids, { actor: demoActor, now: until, zone, timersUntil: await windowsEndedBy(em, until) }, byCustomer(heard));
  await putRows(em, 'lead', lives.leads.filter(({ row }) => [row['captured_at'], row['first_response_at'], row['ended_at']].some(within)).map(({ row }) => leadAt(row, until)));
  await joinCycles(em, ids);
  await refreshCustomers(em, [...new Set([...ids, ...touched])], { now: until, zone, actor: demoActor });
  // Nobody looked in between: what passed by then is not told again.
  await run(em, sql`update customer_facts set reviewed_at = ${until.toISOString()}::timestamptz where customer_id = any(${ids}::uuid[])`);
}

function byCustomer(heard: readonly { readonly id: string; readonly event: CycleEvent }[]): Map<string, readonly CycleEvent[]> {
  const groups = Map.groupBy(heard.toSorted((a, b) => a.event.at - b.event.at), ({ id }) => id);
  return new Map([...groups].map(([id, some]) => [id, some.map(({ event }) => event)]));
}

/** Rows that are new, or have changed since they were put. */
function putRows(em: Em, table: string, rows: readonly Row[]): Promise<void> {
  const changing = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id' && column !== 'customer_id');
  return insertRows(em, table, rows, `on conflict (id, customer_id) do update set ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}`);
}

const by = (at: unknown, until: Date): unknown => (at !== null && new Date(at as string) <= until ? at : null);

function orderAt({ order, returns }: DemoOrder, until: Date): Row {
  const credited = returns.filter((row) => by(row['returned_at'], until)).reduce((sum, row) => sum + (row['company_amount'] as number), 0);
  return {
    ...order, delivered_at: by(order['delivered_at'], until), settled_at: by(order['settled_at'], until), company_returned: credited,
    company_cost_returned: credited > 0 ? order['company_cost_returned'] : null,
    returned_whole: credited > 0 && credited === order['company_amount'],
  };
}

function leadAt(row: Row, until: Date): Row {
  if (by(row['updated_at'], until)) return row;
  const worked = by(row['first_response_at'], until);
  return { ...row, status: worked ? 'WORKED' : 'NEW', first_response_at: worked, nurture_until: null, opportunity_id: null, disqualified_reason: null, ended_at: null };
}

const opportunityAt = (row: Row, until: Date): Row => (row['closed_at'] === null || by(row['closed_at'], until)
  ? row
  : { ...row, status: 'OPEN', closed_at: null, close_reason: null, competitor: null, win_reasons: [], order_id: null });

interface Lived {
  readonly orders: readonly DemoOrder[];
  readonly activities: readonly Record<string, unknown>[];
  readonly leads: readonly DemoLead[];
  readonly opportunities: readonly DemoOpportunity[];
  readonly referrerId: string | undefined;
}

/** What the timeline tells of a life, in order. */
export function eventsOf({ id, customer }: DemoCustomer, { orders, activities, leads, opportunities, referrerId }: Lived): TimelineEvent[] {
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
