import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf, transact } from '#connection';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { moveOpportunity, openOpportunity, winOpportunity } from '#opportunities';
import { openTestDatabase } from '../testing/index.ts';
import { done, makeCompany, writingAs } from './company.fixture.ts';

const atOnce = 50;

describe.skipIf(!process.env['TEST_DATABASE_URL'])(`one card, ${atOnce} people`, () => {
  let database: Database;
  const writing = writingAs('administrator');
  beforeAll(async () => {
    database = await openTestDatabase();
    await makeCompany(database, writing);
  });
  afterAll(() => database.close());

  const open = async (title: string) => {
    const customerId = await done(transact(database.em, (em) => createCustomer(em, { kind: 'ORGANISATION', name: title }, writing)));
    return done(transact(database.em, (em) => openOpportunity(em, { customerId, title, amount: 10_000, expectedCloseOn: '2030-01-01' }, writing)));
  };
  const race = async (write: (at: number) => Promise<string | { code: string } | object>): Promise<string[]> =>
    (await Promise.all(Array.from({ length: atOnce }, (_, at) => write(at)))).map((answer) => (isRefused(answer) ? answer.code : 'done')).sort();

  test('moved at once, each version has one winner, the others are told, and nobody waits for each other in a ring', async () => {
    const id = await open('Una ficha');
    const stages = ['understood', 'proposal', 'negotiation', 'closing', 'contacted'];
    for (let version = 1; version <= 5; version += 1) {
      const answers = await race(() => transact(database.em, (em) => moveOpportunity(em, { id, expectedVersion: version, to: stages[version - 1]! }, writing)));
      expect(answers).toEqual([...Array.from({ length: atOnce - 1 }, () => 'STALE_VERSION'), 'done']);
    }
    const [kept] = await rowsOf(database.em.fork(), sql<Record<string, number>>`
      select o.version, (select count(*)::int from timeline_event where type = 'opportunityMoved' and payload->>'opportunityId' = o.id::text) as events,
        (select count(*)::int from opportunity_visit v where v.opportunity_id = o.id) as visits from opportunity o where o.id = ${id}::uuid`);
    expect(kept).toEqual({ version: 6, events: 5, visits: 6 });
  });

  test('many cards put on top of one column at once, all get there', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, (_, at) => open(`Ficha ${at}`)));
    const answers = await race((at) => transact(database.em, (em) =>
      moveOpportunity(em, { id: ids[at % 10]!, expectedVersion: 1 + Math.floor(at / 10), to: 'proposal' }, writing)));
    expect(answers.filter((code) => code !== 'done' && code !== 'STALE_VERSION')).toEqual([]);
    const [there] = await rowsOf(database.em.fork(), sql<{ here: number }>`select count(*)::int as here from opportunity where stage = 'proposal' and id = any(${ids}::uuid[])`);
    expect(there).toEqual({ here: 10 });
  });

  test('won at once, it makes one order', async () => {
    const id = await open('Un pedido');
    const answers = await race(() => transact(database.em, (em) => winOpportunity(em, { id, expectedVersion: 1 }, writing)));
    expect(answers.filter((code) => code === 'done')).toHaveLength(1);
    const [made] = await rowsOf(database.em.fork(), sql<{ orders: number }>`select count(*)::int as orders from sales_order where opportunity_id = ${id}::uuid`);
    expect(made).toEqual({ orders: 1 });
  });
});
