import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { logActivity } from '#activities';
import { type Em, rowsOf, transact } from '#connection';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { placeOrder } from '#orders';
import { once } from '#requests';
import { openTestDatabase } from '../testing/index.ts';
import { done, makeCompany, writingAs } from './company.fixture.ts';

const attempts = 50;

describe.skipIf(!process.env['TEST_DATABASE_URL'])('one idempotency key, fifty times at once', () => {
  let database: Database;
  let customerId: string;
  const writing = writingAs('administrator');
  beforeAll(async () => {
    database = await openTestDatabase();
    await makeCompany(database, writing);
    customerId = await done(transact(database.em, (em) => createCustomer(em, { kind: 'ORGANISATION', name: 'Bodegas' }, writing)));
  });
  afterAll(() => database.close());

  const effects = {
    customer: (em: Em, name: string) => createCustomer(em, { kind: 'ORGANISATION', name, contactPoints: [{ kind: 'EMAIL', value: `${name}@example.com` }] }, writing),
    activity: (em: Em, subject: string) => logActivity(em, { customerId, kind: 'NOTE', subject, body: subject }, writing),
    order: (em: Em, number: string) => placeOrder(em, { customerId, number, lines: [{ description: 'Work', quantity: '1', unitPrice: '3' }] }, writing),
    // Without a number of its own nothing but the key keeps a second order away.
    'order without a number': (em: Em) => placeOrder(em, { customerId, lines: [{ description: 'Work', quantity: '1', unitPrice: '3' }] }, writing),
  };

  const written = async (): Promise<Record<string, number>> => {
    const [row] = await rowsOf(database.em.fork(), sql<Record<string, number>>`
      select (select count(*)::int from customer) as customers, (select count(*)::int from activity) as activities,
        (select count(*)::int from sales_order) as orders, (select count(*)::int from timeline_event where type !~ '^(stage|cycle)') as events,
        (select count(*)::int from outbox o join timeline_event e on e.customer_id = o.customer_id and e.no = o.event_no where e.type !~ '^(stage|cycle)') as outbox`);
    return row!;
  };

  test.each(Object.entries(effects))('%s: one effect, one event, and everybody gets the same answer', async (name, effect) => {
    for (let round = 0; round < 4; round += 1) {
      const before = await written();
      const key = `${name.replaceAll(' ', '-')}-${round}`;
      const asked = { principal: 'p', key, input: [name, round], now: writing.now };
      const answers = await Promise.all(Array.from({ length: attempts }, () => transact(database.em, (em) => once(em, asked, () => effect(em, key)))));
      expect(new Set(answers).size).toBe(1);
      expect(answers.filter(isRefused)).toEqual([]);
      const after = await written();
      const changed = Object.fromEntries(Object.keys(after).map((what) => [what, after[what]! - before[what]!]));
      const thing = name === 'customer' ? 'customers' : name === 'activity' ? 'activities' : 'orders';
      expect(changed).toEqual({ customers: 0, activities: 0, orders: 0, events: 1, outbox: 1, [thing]: 1 });
    }
  });

  test('with another input the key is refused, and nothing is written', async () => {
    const before = await written();
    const asked = { principal: 'p', key: 'order-0', input: 'something else', now: writing.now };
    expect(await transact(database.em, (em) => once(em, asked, () => effects.order(em, 'another')))).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' });
    expect(await written()).toEqual(before);
  });
});
