import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf, transact } from '#connection';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { tick } from '#lifecycle';
import type { Writing } from '#requests';
import { openTestDatabase } from '../testing/index.ts';
import { fillDemo, removeDemo } from './index.ts';

let database: Database;
const now = new Date('2026-03-02T09:00:00Z');
const companyId = newId();
const writing: Writing = {
  viewer: { userId: newId(), role: 'administrator', teamId: null, partnerId: null, language: 'en' }, now,
  actor: { kind: 'USER', id: null, channel: 'WEB' }, company: { id: companyId, zone: 'Europe/Madrid', currency: 'EUR', country: 'ES' },
};
const above0: unknown = expect.toSatisfy((count) => Number(count) > 0);
const one = async <Row>(text: string) => (await database.em.fork().execute(text))[0] as Row;
const fill = (on: Database) => fillDemo(on, { customers: 240, now, zone: 'Europe/Madrid', seed: 7 });

beforeAll(async () => {
  database = await openTestDatabase();
  await company(database);
  await fill(database);
});
afterAll(() => database.close());

const company = (on: Database) => on.em.fork().execute(`
  insert into company (id, name, country, currency, zone, language, working_hours, updated_at)
  values (?, 'Empty', 'ES', 'EUR', 'Europe/Madrid', 'es', '{}', now())`, [companyId]);

// What makes the company, without the ids, which are new each time.
const figures = (on: Database) => on.em.fork().execute(`
  select (select md5(string_agg(name || coalesce(tax_id, ''), ',' order by name, tax_id)) from customer) as customers,
    (select sum(company_amount) || '/' || count(*) from sales_order) as orders, (select count(*) from activity) as activities,
    (select sum(revenue12m) || '/' || count(distinct rfm_segment) from customer_facts) as facts`);

test('the example is believable: every amount adds up, nobody is without a history, consents are asked', async () => {
  expect(await one(`select count(*)::int as n from sales_order o where amount <> (select sum(amount) from order_line l where l.order_id = o.id)`)).toEqual({ n: 0 });
  expect(await one(`select count(*)::int as n from customer c where not exists (select from timeline_event e where e.customer_id = c.id)`)).toEqual({ n: 0 });
  expect(await one(`select (sum(orders_count) = (select count(*) from sales_order where not returned_whole)) as same from customer_facts`)).toEqual({ same: true });
  const { n } = await one<{ n: number }>(`select count(distinct rfm_segment)::int as n from customer_facts`);
  expect(n).toBeGreaterThan(5);
});

test('cycles of every origin and outcome that orders make are among them, contracts under notice, and people who left', async () => {
  const words = async (column: string) => (await database.em.fork().execute(`select distinct ${column} as word from cycle where ${column} is not null`)).map(({ word }) => word);
  expect(await words('origin')).toEqual(expect.arrayContaining(['NEW', 'RECURRENT', 'REFERRED', 'RENEWAL', 'WIN_BACK']));
  expect(await words('phase')).toEqual(expect.arrayContaining(['DELIVERY', 'BILLING', 'AFTER_SALES', 'CLOSED']));
  expect(await words('outcome')).toEqual(expect.arrayContaining(['RECURRENT', 'REFERRED', 'RECURRENT_AND_REFERRED', 'LOST']));
  const { left, notice, won } = await one<Record<string, number>>(`select (select count(*)::int from customer where left_at is not null) as left,
    (select count(*)::int from sales_order where notice_ends_at is not null) as notice, (select sum(referrals_won)::int from customer_facts) as won`);
  expect({ left, notice, won }).toEqual({ left: above0, notice: above0, won: above0 });
});

test('the board has something in every column, and what was won, lost and qualified agrees with orders, cycles and leads', async () => {
  const rows = (query: string) => database.em.fork().execute(query);
  expect(await rows(`select count(distinct stage)::int as stages, count(*)::int > 20 as many from opportunity where status = 'OPEN'`)).toEqual([{ stages: 5, many: true }]);
  expect(await rows(`select distinct status from opportunity order by 1`)).toEqual([{ status: 'LOST' }, { status: 'OPEN' }, { status: 'WON' }]);
  expect(await rows(`select count(*)::int as n from opportunity o where status = 'WON' and not exists (
    select from sales_order s join cycle y on y.order_id = s.id and y.opportunity_id = o.id
    where s.id = o.order_id and s.opportunity_id = o.id and s.amount = o.amount and s.placed_at = o.closed_at)`)).toEqual([{ n: 0 }]);
  expect(await rows(`select count(*)::int as n from opportunity o left join cycle y on y.id = o.cycle_id
    where y.id is null or (o.status = 'LOST') <> (y.outcome is not distinct from 'LOST' and y.order_id is null)`)).toEqual([{ n: 0 }]);
  expect(await rows(`select count(*)::int as n from lead l where opportunity_id is not null and not exists (select from opportunity o where o.id = l.opportunity_id and o.lead_id = l.id)`)).toEqual([{ n: 0 }]);
  expect(await rows(`select count(*)::int as n from opportunity o where stage_since <> (
    select max(entered_at) from opportunity_visit v where v.opportunity_id = o.id and v.stage = o.stage and (v.left_at is null) = (o.status = 'OPEN'))`)).toEqual([{ n: 0 }]);
});

test('orders are numbered through the days, and marketing has segments of some customers and not of all', async () => {
  const rows = (query: string) => database.em.fork().execute(query);
  expect(await rows(`select count(*)::int as n from (select number, lag(number) over (order by placed_at, id) as before from sales_order) o where before >= number`)).toEqual([{ n: 0 }]);
  expect(await one(`select (select value::int from counter where name = 'order') = count(*)::int as next, max(number) = 'P' || lpad(count(*)::text, 6, '0') as last from sales_order`)).toEqual({ next: true, last: true });
  const counted = await rows(`select s.name, c.members from segment s join segment_count c on c.segment_id = s.id where s.shared`) as { name: string; members: number }[];
  expect(counted).toHaveLength(6);
  expect(counted.filter(({ members }) => members === 0 || members > 200)).toEqual([]);
});

test('the same seed makes the same company', async () => {
  const other = await openTestDatabase();
  await company(other);
  await fill(other);
  expect(await figures(other)).toEqual(await figures(database));
  await other.close();
}, 60_000);

test('it has a history, which the clock carries on: people moved from stage to stage over the months, and some have stood where they are for months', async () => {
  await tick(database.em as Em, { now: new Date(now.getTime() + 86_400_000), zone: 'Europe/Madrid' });
  const [moved] = await database.em.fork().execute(`
    select count(distinct entered_at::date)::int > 1 as days, count(*) filter (where left_at - entered_at > interval '30 days')::int > 50 as stays,
      count(*) filter (where left_at < entered_at)::int as backwards
    from stage_visit`);
  expect(moved).toEqual({ days: true, stays: true, backwards: 0 });
});

test('it can be removed whole, and what is real stays', async () => {
  const real = await transact(database.em, (em) => createCustomer(em as Em, { kind: 'ORGANISATION', name: 'Real, S.L.' }, writing));
  expect(isRefused(real)).toBe(false);
  await rowsOf(database.em.fork(), sql`insert into access_key (id, user_id, name, ending, secret_hash, created_at, expires_at) select id, id, 'x', 'x', 'x', now(), now() from app_user limit 1`);
  expect(await transact(database.em, (em) => removeDemo(em, writing))).toEqual({ customers: 240 });
  expect(await one(`select count(*)::int as n from customer`)).toEqual({ n: 1 });
  expect(await one(`select count(*)::int as n from timeline_event where customer_id <> '${companyId}' and type <> 'stageChanged'`)).toEqual({ n: 1 });
  expect(await one(`select count(*)::int as n from app_user`)).toEqual({ n: 0 });
  expect(await one(`select (select count(*) from segment)::int as segments, (select count(*) from segment_count)::int as counts`)).toEqual({ segments: 0, counts: 0 });
  expect(await one(`select example from company`)).toEqual({ example: false });
  await expect(rowsOf(database.em.fork(), sql`delete from timeline_event`)).rejects.toThrow(/permission denied/);
  const sales = { ...writing, viewer: { ...writing.viewer, role: 'manager' as const } };
  expect(await transact(database.em, (em) => removeDemo(em, sales))).toMatchObject({ code: 'FORBIDDEN' });
});
