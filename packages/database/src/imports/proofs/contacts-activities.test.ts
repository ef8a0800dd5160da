import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId, rowsOf, run } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, makeCompany } from './imports.fixture.ts';
import { loadText } from './load-text.fixture.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
  await makeCompany(database.em.fork());
  await run(database.em.fork(), sql`insert into app_user (id, name, email, role) values (${newId()}::uuid, 'Ana Ferro', 'ana@almendra.example', 'sales')`);
});
afterEach(() => database.close());

const customers = { room: 'customers', system: 'erp', files: { rows: {} }, customer: { externalId: 'id', name: 'name', kind: { constant: 'ORGANISATION' } } };
const contacts = {
  room: 'contacts', system: 'crm', files: { rows: {} },
  contact: { organisation: 'company', organisationId: 'account', givenName: 'first', familyName: 'last', jobTitle: 'title', email: 'mail' },
};
const people = 'company,account,first,last,title,mail\nBodegas Ría,,Ana,Paz,Gerente,ana@ria.example\nbodegas ria,,Leo,Sol,,\nNova SL,N1,Eva,Mar,,eva@nova.example\n,,Sin,Empresa,,\n';
const query = (text: ReturnType<typeof sql>) => rowsOf(database.em.fork(), text);

test('contacts are given to the organisation that has the id, or is the only one called so; the same file again changes nothing', async () => {
  await loadText(database, customers, 'id,name\n1,Bodegas Ría\n');
  const { state, problems } = await loadText(database, contacts, people);
  expect(state.rows).toEqual({ created: 1, updated: 2, unchanged: 0, skipped: 0, refused: 1 });
  expect(problems).toEqual([{ row: 5, column: 'company', code: 'REQUIRED' }]);
  expect(await query(sql`select c.name, k.given_name as contact, k.job_title as title, p.value as mail from contact k join customer c on c.id = k.customer_id
    left join contact_point p on p.contact_id = k.id and p.customer_id = k.customer_id order by 1, 2`)).toEqual([
    { name: 'Bodegas Ría', contact: 'Ana', title: 'Gerente', mail: 'ana@ria.example' }, { name: 'Bodegas Ría', contact: 'Leo', title: null, mail: null },
    { name: 'Nova SL', contact: 'Eva', title: null, mail: 'eva@nova.example' },
  ]);
  const before = await checksum(database.em.fork());
  expect((await loadText(database, contacts, people)).state.rows).toMatchObject({ created: 0, updated: 0, unchanged: 3, refused: 1 });
  expect(await checksum(database.em.fork())).toEqual(before);
});

const activities = {
  room: 'activities', system: 'crm', files: { rows: {} }, onUnknownOwner: 'refuse',
  activity: { externalId: 'ref', kind: 'kind', subject: 'subject', body: 'text', occurredAt: 'on', dueAt: 'due', doneAt: 'done', owner: 'who', direction: 'way' },
  customer: { name: 'company', email: 'mail' },
};
const head = 'ref,kind,subject,text,on,due,done,who,way,company,mail\n';
const done = `${head}A1,Call,Asked about prices,,2026-01-05 10:30,,,Ana Ferro,Entrante,Bodegas Ría,\nA2,Tarea,Send offer,,2026-01-05,2026-01-09,2026-01-08,ana@almendra.example,,Bodegas Ría,\n`
  + 'A3,,,A note of theirs,2026-01-06,,,,,,eva@sol.example\nA4,TASK,Call back,,,2026-12-31,,Ana Ferro,,Bodegas Ría,\nA5,CALL,No date,,,,,,,Bodegas Ría,\nA6,NOTE,Whose,,2026-01-06,,,Nobody Here,,Bodegas Ría,\n';

test('activities stand at their own dates, count as contact, and are found again; what cannot be used is told', async () => {
  const { state, problems } = await loadText(database, activities, done);
  expect(state.rows).toEqual({ created: 4, updated: 0, unchanged: 0, skipped: 0, refused: 2 });
  expect(problems).toEqual([{ row: 6, column: 'on', code: 'REQUIRED' }, { row: 7, column: 'who', code: 'NOT_FOUND' }]);
  expect(await query(sql`
    select c.name, a.kind, a.direction, a.subject, to_char(a.occurred_at at time zone 'Europe/Madrid', 'MM-DD HH24:MI') as at, a.done_at is not null as done, u.name as assignee
    from activity a join customer c on c.id = a.customer_id left join app_user u on u.id = a.assignee_id order by a.reference`)).toEqual([
    { name: 'Bodegas Ría', kind: 'CALL', direction: 'INBOUND', subject: 'Asked about prices', at: '01-05 10:30', done: false, assignee: null },
    { name: 'Bodegas Ría', kind: 'TASK', direction: null, subject: 'Send offer', at: '01-05 00:00', done: true, assignee: 'Ana Ferro' },
    { name: 'eva@sol.example', kind: 'NOTE', direction: null, subject: 'A note of theirs', at: '01-06 00:00', done: false, assignee: null },
    expect.objectContaining({ kind: 'TASK', subject: 'Call back', done: false, assignee: 'Ana Ferro' }),
  ]);
  expect(await query(sql`select name, open_tasks as tasks, (last_contact_at at time zone 'Europe/Madrid')::date::text as contact, (customer_since at time zone 'Europe/Madrid')::date::text as since from customer_facts order by name`)).toEqual([
    { name: 'bodegas ria', tasks: 1, contact: '2026-01-05', since: '2026-01-05' }, { name: expect.stringContaining('eva'), tasks: 0, contact: null, since: '2026-01-06' },
  ]);
  expect(await query(sql`select e.type, count(*)::int as count from timeline_event e where e.type in ('activityLogged', 'taskCreated', 'taskCompleted') group by 1 order by 1`)).toEqual([
    { type: 'activityLogged', count: 2 }, { type: 'taskCompleted', count: 1 }, { type: 'taskCreated', count: 2 },
  ]);
  const before = await checksum(database.em.fork());
  expect((await loadText(database, activities, done)).state.rows).toMatchObject({ created: 0, unchanged: 4, refused: 2 });
  expect(await checksum(database.em.fork())).toEqual(before);
});
