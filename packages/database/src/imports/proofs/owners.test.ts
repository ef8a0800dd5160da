import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, rowsOf, run } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, makeCompany } from './imports.fixture.ts';
import { loadText } from './load-text.fixture.ts';

let database: Database;
const north = newId();
const [ana, luis] = [newId(), newId()];
beforeAll(async () => {
  database = await openTestDatabase();
  const em = database.em.fork();
  await makeCompany(em);
  await run(em, sql`insert into team (id, name) values (${north}::uuid, 'North')`);
  const person = (id: string, name: string, email: string, teamId: string | null, active = true) => run(em, sql`
    insert into app_user (id, name, email, role, team_id, active) values (${id}::uuid, ${name}, ${email}, 'sales', ${teamId}::uuid, ${active})`);
  await person(ana, 'Ana Paz', 'ana@almendra.example', north);
  await person(luis, 'Luis Gil', 'luis@almendra.example', null);
  await person(newId(), 'Eva Ríos', 'eva@almendra.example', null, false);
});
afterAll(() => database.close());

const load = (onExisting: string, rows: string) => loadText(database, {
  room: 'customers', system: 'crm', files: { rows: {} }, onExisting, onUnknownOwner: 'refuse', customer: { externalId: 'id', name: 'name', kind: { constant: 'ORGANISATION' }, owner: 'owner' },
}, `id,name,owner\n${rows}`);
const owned = () => rowsOf(database.em.fork(), sql<{ name: string; owner: string | null; fact: string | null; team: string | null }>`
  select c.name, c.owner_id as owner, f.owner_id as fact, c.team_id as team from customer c join customer_facts f on f.customer_id = c.id order by c.name`);

test('a customer becomes his whom the row names, by e-mail or name, and of his team; who looks after him already is kept', async () => {
  const { state } = await load('fill', '1,Uno,ana@almendra.example\n2,Dos,luis gil\n3,Tres,\n');
  expect(state.rows).toMatchObject({ created: 3, refused: 0 });
  expect(await owned()).toEqual([
    { name: 'Dos', owner: luis, fact: luis, team: null }, { name: 'Tres', owner: null, fact: null, team: null }, { name: 'Uno', owner: ana, fact: ana, team: north },
  ]);
  const again = await load('fill', '1,Uno,Luis Gil\n3,Tres,Ana Paz\n');
  expect([again.state.rows.updated, again.state.kept]).toEqual([1, { owner: 1 }]);
  expect((await owned()).map(({ owner }) => owner)).toEqual([luis, ana, ana]);
  const before = await checksum(database.em.fork());
  await load('fill', '3,Tres,Ana Paz\n');
  expect(await checksum(database.em.fork())).toEqual(before);
});

test('an update hands him over, and the timeline says from whom to whom', async () => {
  const { state } = await load('update', '1,Uno,Luis Gil\n');
  expect([state.rows.updated, state.kept]).toEqual([1, {}]);
  const [told] = await rowsOf(database.em.fork(), sql<{ payload: unknown }>`
    select e.payload - 'importId' as payload from timeline_event e join customer c on c.id = e.customer_id where c.name = 'Uno' and e.type = 'customerUpdated' order by e.no desc`);
  expect(told).toEqual({ payload: { changed: ['ownerId'], values: { ownerId: { before: ana, after: luis } } } });
  expect((await owned()).find(({ name }) => name === 'Uno')).toEqual({ name: 'Uno', owner: luis, fact: luis, team: north });
});

test('who does not work here, or no longer, is told of with the column, and his row waits to be mended', async () => {
  const { state, problems } = await load('fill', '4,Cuatro,nobody@else.example\n5,Cinco,Eva Ríos\n');
  expect(state.rows).toMatchObject({ created: 0, refused: 2 });
  expect(problems).toEqual([{ row: 1, column: 'owner', code: 'NOT_FOUND' }, { row: 2, column: 'owner', code: 'NOT_FOUND' }].map((one) => ({ ...one, row: one.row + 1 })));
});
