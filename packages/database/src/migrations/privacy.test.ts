import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf, run } from '#connection';
import { aCustomer } from '../facts/rows.fixture.ts';
import type { Database } from '#database';
import { openTestDatabase } from '../testing/index.ts';
import { Privacy031 } from './031-privacy.ts';

const told = [
  ['customerUpdated', { changed: ['tags', 'language'], values: { tags: { before: [], after: ['vip'] }, language: { before: null, after: 'es' } } }, { name: { before: 'Eva', after: 'Ana' } }],
  ['customerUpdated', { changed: ['externalIds'], values: { externalIds: { before: null, after: ['crm:1'] } } }, null],
  ['customersMerged', { changed: ['tags'], values: { tags: { before: [], after: ['b'] } } }, { name: 'Leo', changes: { taxId: { before: null, after: 'x' } } }],
  ['customerUpdated', { changed: ['language'], values: { language: { before: 'es', after: 'en' } } }, null],
] as const;

let database: Database;
beforeAll(async () => { database = await openTestDatabase(); });
afterAll(() => database.close());

test('tags and numbers in other systems, which earlier events told openly, are moved to where erasure reaches them', async () => {
  const em = database.em.fork();
  const customerId = await aCustomer(em);
  for (const [index, [type, payload, personal]] of told.entries()) {
    await run(em, sql`
      insert into timeline_event (customer_id, no, id, type, occurred_at, recorded_at, actor_kind, channel, origin, payload)
      values (${customerId}::uuid, ${index + 1}, ${newId()}::uuid, ${type}, now(), now(), 'USER', 'WEB', 'live', ${JSON.stringify(payload)}::jsonb)`);
    if (personal) await run(em, sql`insert into event_personal (customer_id, event_no, values) values (${customerId}::uuid, ${index + 1}, ${JSON.stringify(personal)}::jsonb)`);
  }
  const migration = new Privacy031(em.getDriver(), em.config);
  migration.up();
  const moving = migration.getQueries().filter((query): query is string => typeof query === 'string' && query.trimStart().startsWith('with told'));
  expect(moving).toHaveLength(1);
  await em.transactional(async (inner) => {
    // Migrations run as the owner, who alone may change events.
    await run(inner as Em, sql`set local role none`);
    for (const query of moving) await run(inner as Em, sql.raw(query));
  });
  expect(await rowsOf(em, sql`
    select e.payload -> 'values' as open, p.values as apart from timeline_event e left join event_personal p on p.customer_id = e.customer_id and p.event_no = e.no
    where e.customer_id = ${customerId}::uuid order by e.no`)).toEqual([
    { open: { language: { before: null, after: 'es' } }, apart: { name: { before: 'Eva', after: 'Ana' }, tags: { before: [], after: ['vip'] } } },
    { open: {}, apart: { externalIds: { before: null, after: ['crm:1'] } } },
    { open: {}, apart: { name: 'Leo', changes: { taxId: { before: null, after: 'x' }, tags: { before: [], after: ['b'] } } } },
    { open: { language: { before: 'es', after: 'en' } }, apart: null },
  ]);
});
