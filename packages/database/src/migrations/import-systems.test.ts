import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type Em, newId, rowsOf, run } from '#connection';
import { openTestDatabase } from '../testing/index.ts';
import { aCustomer, aLine, anOrder, at, insertRows } from '../facts/rows.fixture.ts';
import { ImportSystems021 } from './021-import-systems.ts';

/** The statements that fill what older versions had not. */
function fillings(em: Em): string[] {
  const migration = new ImportSystems021(em.getDriver(), em.config);
  migration.up();
  return migration.getQueries().filter((query): query is string => typeof query === 'string' && query.trimStart().startsWith('update'));
}

test('orders and returns that earlier versions imported get the system of their mapping, so that the same file finds them', async () => {
  const database = await openTestDatabase();
  const em = database.em.fork();
  const jobId = newId();
  const customerId = await aCustomer(em);
  const lineId = await aLine(em);
  const placed = { customerId, lineId, placedAt: at('2024-01-01') };
  const [imported, own, returned] = [await anOrder(em, { ...placed, source: 'IMPORT' }), await anOrder(em, { ...placed, source: 'MANUAL' }), newId()];
  await insertRows(em, 'order_return', [{ id: returned, customer_id: customerId, reference: 'r', returned_at: at('2024-01-02'), quantity: '1', amount: 1, company_amount: 1, currency: 'EUR' }]);
  await run(em, sql`
    insert into import_job (id, room, file_name, mapping, status, created_at, updated_at)
    values (${jobId}::uuid, 'orders', 'x.csv', '{"room": "orders", "source": "shop"}', 'DONE', now(), now())`);
  const said = [['orderPlaced', { orderId: imported }], ['orderPlaced', { orderId: own }], ['goodsReturned', { returnIds: [returned] }]] as const;
  for (const [index, [type, payload]] of said.entries()) {
    await run(em, sql`
      insert into timeline_event (customer_id, no, id, type, occurred_at, recorded_at, actor_kind, channel, origin, payload)
      values (${customerId}::uuid, ${index + 1}, ${newId()}::uuid, ${type}, now(), now(), 'IMPORT', 'JOB', 'import', ${JSON.stringify({ ...payload, importId: jobId })}::jsonb)`);
  }
  for (const query of fillings(em)) await run(em, sql.raw(query));
  expect(await rowsOf(em, sql`select source, system from sales_order order by source`)).toEqual([{ source: 'IMPORT', system: 'shop' }, { source: 'MANUAL', system: null }]);
  expect(await rowsOf(em, sql`select system from order_return`)).toEqual([{ system: 'shop' }]);
  expect(await rowsOf(em, sql`select mapping from import_job`)).toEqual([{ mapping: { room: 'orders', system: 'shop' } }]);
  await database.close();
});
