import { rowsOf } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Load } from './load.fixture.ts';

/** Every acknowledged write is there once under its own id, and nothing that was sent is there twice. */
export async function expectKept({ em }: Database, { acknowledged, sent, wrong }: Load, name: string): Promise<void> {
  const rows = await rowsOf(em.fork(), sql<{ kind: string; key: string; id: string }>`
    select 'customer' as kind, name as key, id from customer where name like ${`${name}-%`}
    union all select 'activity', subject, id from activity where subject like ${`${name}-%`}
    union all select 'order', number, id from sales_order where number like ${`${name}-%`}`);
  expect(wrong).toEqual([]);
  const ids = new Map(rows.map((row) => [row.key, row.id]));
  expect(ids.size, 'a retry made a double').toBe(rows.length);
  expect(rows.filter((row) => !sent.has(row.key))).toEqual([]);
  const lost = acknowledged.filter(({ key, id }) => ids.get(key) !== id);
  expect(lost, 'acknowledged and not there').toEqual([]);
}

/** Whatever was written is whole: its event, its outbox row and its customer's facts stand with it, events numbered without gaps. */
export async function expectWhole({ em }: Database, name: string): Promise<void> {
  const [broken] = await rowsOf(em.fork(), sql<Record<string, number>>`
    select
      (select count(*)::int from customer c where name like ${`${name}-%`} and not exists (
        select from timeline_event e join outbox o on o.customer_id = e.customer_id and o.event_no = e.no where e.customer_id = c.id and e.type = 'customerCreated')) as customers,
      (select count(*)::int from activity a where subject like ${`${name}-%`} and not exists (
        select from timeline_event e where e.customer_id = a.customer_id and e.payload ->> 'activityId' = a.id::text)) as activities,
      (select count(*)::int from sales_order s where not exists (
        select from timeline_event e where e.customer_id = s.customer_id and e.payload ->> 'orderId' = s.id::text)) as orders,
      (select count(*)::int from customer c left join customer_facts f on f.customer_id = c.id
        where f.orders_count is distinct from (select count(*) from sales_order s where s.customer_id = c.id)) as facts,
      (select count(*)::int from (
        select customer_id from timeline_event group by 1 having max(no) <> count(*)) gaps) as gaps,
      (select count(*)::int from idempotency where result is null) as unanswered`);
  expect(broken).toEqual({ customers: 0, activities: 0, orders: 0, facts: 0, gaps: 0, unanswered: 0 });
}
