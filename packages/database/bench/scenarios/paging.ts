import { sql } from 'kysely';
import { activityOrders, listActivities } from '#activities';
import { rowsOf } from '#connection';
import { listCustomers } from '#customers';
import { listOpportunities, opportunityOrders } from '#opportunities';
import { listOrders, orderOrders } from '#orders';
import { auditTrail, timelineOf } from '#timeline';
import type { Bench } from '../generate/open-bench-database.ts';
import { administrator } from '../measure/administrator.ts';
import { ms, type Row, times } from '../measure/table.ts';
import { byTurns, median } from '../measure/timing.ts';

const runs = 15;
const size = 40;
const deep = 999 * size;
const selection = { fields: new Set<string>(), facts: new Set(['city', 'country', 'lastOrderAt', 'revenue12m']) };
type Key = readonly [string, string];

/** P9: page 1,000 of a list against its page 1. */
export async function paging({ database, owner }: Bench): Promise<Row[]> {
  const em = database.em.fork();
  const rows: Row[] = [];
  const compare = async (name: string, page: (after?: never) => Promise<unknown>, after: unknown) => {
    const taken = await byTurns(runs, () => page(), () => page(after as never));
    const ratio = median(taken.ours) / median(taken.floor);
    rows.push({
      scenario: `P9 ${name}`, floor: `page 1: ${ms(median(taken.floor))}`, ours: `page 1,000: ${ms(median(taken.ours))}`, ratio: times(ratio), target: '≤ 1.2 ×', met: ratio <= 1.2,
    });
  };
  const orders = [['name', false], ['customerSince', true], ['lastOrderAt', true], ['revenue12m', true], ['revenueTotal', true], ['city', false], ['ordersCount', true]] as const;
  for (const [by, descending] of orders) {
    const list = (after?: Key) => listCustomers(em, {}, { order: { by, descending }, size, after }, selection, administrator, new Date());
    const [last] = await listCustomers(em, {}, { order: { by, descending }, size: 1, offset: deep - 1 }, selection, administrator, new Date());
    await compare(`customers by ${by}`, list, [last!.sortValue, last!.id]);
  }
  const { rows: [long] } = await owner.query<{ id: string }>(`select customer_id as id from timeline_counter order by last_no desc limit 1`);
  const timeline = (after?: Key) => timelineOf(em, long!.id, { size, after }, administrator);
  const [event] = await rowsOf(em, sql<{ at: string; id: string }>`
    select occurred_at as at, id from timeline_event where customer_id = ${long!.id}::uuid order by occurred_at desc, id desc offset ${deep} limit 1`);
  await compare('timeline of one customer', timeline, [event!.at, event!.id]);
  const audit = (after?: Key) => auditTrail(em, { size, after }, administrator, new Date());
  await compare('audit trail', audit, await keyOf('timeline_event', 'recorded_at'));
  for (const by of orderOrders) {
    const inOrder = { by, descending: by !== 'customer' && by !== 'number' };
    const list = (after?: Key) => listOrders(em, {}, { size, after, inOrder }, new Set(), administrator, new Date());
    const [last] = await listOrders(em, {}, { size: 1, offset: deep - 1, inOrder }, new Set(), administrator, new Date());
    await compare(`orders by ${by}`, list, [last!.sortValue, last!.id]);
  }
  const reading = { now: new Date(), zone: 'Europe/Madrid' };
  for (const by of opportunityOrders) {
    const inOrder = { by, descending: by !== 'title' };
    const list = (after?: Key) => listOpportunities(em, {}, { size, after, ...inOrder }, new Set(), administrator, reading);
    const [last] = await listOpportunities(em, {}, { size: 1, offset: deep - 1, ...inOrder }, new Set(), administrator, reading);
    await compare(`opportunities by ${by}`, list, [last!.sortValue, last!.id]);
  }
  for (const by of activityOrders) {
    const inOrder = { by, descending: by !== 'customer' };
    const list = (after?: Key) => listActivities(em, {}, { size, after, inOrder }, administrator, new Date());
    const [last] = await listActivities(em, {}, { size: 1, offset: deep - 1, inOrder }, administrator, new Date());
    await compare(`activities by ${by}`, list, [last!.sortValue, last!.id]);
  }
  return rows;

  async function keyOf(table: string, column: string): Promise<Key> {
    const [row] = await rowsOf(em, sql<{ at: string; id: string }>`
      select ${sql.ref(column)} as at, id from ${sql.table(table)} order by ${sql.ref(column)} desc, id desc offset ${deep} limit 1`);
    return [row!.at, row!.id];
  }
}
