import type { Viewer } from '@orbita/domain/access';
import { mostAtOnce } from '@orbita/domain/merging';
import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, rowsOf, run, transact } from '#connection';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { mergeCustomers } from '#merging';
import { makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { hangingTogether } from './index.ts';

const writing = writingAs('administrator');
const seller: Viewer = { ...writing.viewer, userId: newId(), role: 'sales' };
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
  await rowsOf(database.em.fork(), sql`insert into app_user (id, name, email, role) values (${seller.userId}::uuid, 'Leo', 'leo@x.example', 'sales')`);
});
afterAll(() => database.close());

async function make(name: string, ownerId = writing.viewer.userId): Promise<string> {
  const id = await transact(database.em.fork(), (em) => createCustomer(em, { kind: 'ORGANISATION', name, ownerId, evenIfDuplicate: true }, writing));
  if (isRefused(id)) throw new Error(id.code);
  return id;
}
async function pair(one: string, other: string, state = 'OPEN'): Promise<string> {
  const id = newId();
  const [first, second] = [one, other].toSorted();
  await run(database.em.fork(), sql`
    insert into duplicate_pair (id, customer_id, other_id, verdict, score, reasons, found_at, state)
    values (${id}::uuid, ${first}::uuid, ${second}::uuid, 'LIKELY', 25, '[]', now(), ${state})`);
  return id;
}
const together = async (pairId: string, viewer = writing.viewer) => (await hangingTogether(database.em.fork(), [pairId], viewer))[0]?.others;

test('who is like one who is like the other belongs to the question; who was found to be another, or is gone, ends it', async () => {
  const [a, b, c, d, e] = [await make('Alba'), await make('Boreal'), await make('Cima'), await make('Duna'), await make('Eco')] as const;
  const [ab, bc, cd] = [await pair(a, b), await pair(b, c), await pair(c, d)];
  await pair(d, e, 'DISMISSED');
  expect(await together(ab)).toEqual([c, d]);
  expect((await together(cd))!.toSorted()).toEqual([a, b].toSorted());
  const asked = await hangingTogether(database.em.fork(), [ab, bc], writing.viewer);
  expect(asked.map(({ id, others }) => [id, others.length]).toSorted()).toEqual([[ab, 2], [bc, 2]].toSorted());
  await run(database.em.fork(), sql`update customer set deleted_at = now() where id = ${c}::uuid`);
  expect(await together(ab)).toEqual([]);
  await run(database.em.fork(), sql`update customer set deleted_at = null where id = ${c}::uuid`);
  const merged = await transact(database.em.fork(), (em) => mergeCustomers(em, { survivorId: a, expectedVersion: 1, others: [{ id: b, expectedVersion: 1 }] }, writing));
  expect(merged).toBe(a);
  expect(await together(cd)).toEqual([]);
});

test('nobody is named whom the viewer may not change, and nobody is found through one', async () => {
  const [mine, also, foreign, beyond] = [await make('Faro', seller.userId), await make('Gala', seller.userId), await make('Hoz'), await make('Isla', seller.userId)];
  const own = await pair(mine, also);
  await pair(also, foreign);
  await pair(foreign, beyond);
  expect(await together(own)).toHaveLength(2);
  expect(await together(own, seller)).toEqual([]);
  expect(await together(own, { ...seller, role: 'finance' })).toBeUndefined();
});

test('of a thousand who hang together as many are named as can be merged at once, the nearest first', async () => {
  const [one, other] = [await make('Jara'), await make('Kilo')];
  const ids = Array.from({ length: 1000 }, () => newId());
  const em = database.em.fork();
  await run(em, sql`
    insert into customer (id, kind, name, name_key, customer_since, created_at, updated_at)
    select id, 'ORGANISATION', 'Crowd', 'crowd', now(), now(), now() from unnest(${ids}::uuid[]) id`);
  const chain = await pair(one, other);
  const near = ids[0]!;
  await pair(other, near);
  await run(em, sql`
    insert into duplicate_pair (id, customer_id, other_id, verdict, score, reasons, found_at, state)
    select gen_random_uuid(), least(a, b), greatest(a, b), 'LIKELY', 25, '[]', now(), 'OPEN'
    from (select id as a, lead(id) over (order by place) as b from unnest(${ids}::uuid[]) with ordinality x(id, place)) step where b is not null`);
  expect(await together(chain)).toEqual(ids.slice(0, mostAtOnce - 2));
});
