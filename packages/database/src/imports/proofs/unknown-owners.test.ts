import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, rowsOf, run } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, makeCompany } from './imports.fixture.ts';
import { loadText } from './load-text.fixture.ts';

let database: Database;
const [luz, eva] = [newId(), newId()];
beforeAll(async () => {
  database = await openTestDatabase();
  const em = database.em.fork();
  await makeCompany(em);
  const person = (id: string, name: string, active: boolean) => run(em, sql`
    insert into app_user (id, name, email, role, active) values (${id}::uuid, ${name}, ${`${name.split(' ')[0]?.toLowerCase() ?? ''}@almendra.example`}, 'sales', ${active})`);
  await person(luz, 'Luz Paz', true);
  await person(eva, 'Eva Ríos', false);
});
afterAll(() => database.close());

const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);
const notes = (jobId: string) => rows(sql<{ row: number; column: string; code: string; details: object }>`
  select row_no as row, column_name as "column", code, details from import_problem where job_id = ${jobId}::uuid order by 1, 3`);
const without = (row: number, value: string) => ({ row, column: 'Comercial', code: 'NO_OWNER', details: { because: 'WITHOUT_OWNER', value } });

const customers = (more: object) => ({
  room: 'customers', system: 'crm', files: { rows: {} }, customer: { externalId: 'Id', name: 'Nombre', kind: { constant: 'ORGANISATION' }, owner: 'Comercial' }, ...more,
});
const owners = () => rows(sql<{ name: string; owner: string | null }>`select name, owner_id as owner from customer order by name`);
const heads = 'Id,Nombre,Comercial\n';

test('customers of people who left, or whom nobody knows, come in without owner, and each is told with the name; the same file again changes nothing', async () => {
  const file = `${heads}1,Uno,Luz Paz\n2,Dos,Pepe Gil\n3,Tres,EVA RIOS\n4,Cuatro,\n`;
  const { state, jobId } = await loadText(database, customers({}), file);
  expect([state.rows, state.unowned]).toEqual([{ created: 4, updated: 0, unchanged: 0, skipped: 0, refused: 0 }, 2]);
  expect(await notes(jobId)).toEqual([without(3, 'Pepe Gil'), without(4, 'EVA RIOS')]);
  expect(await owners()).toEqual([{ name: 'Cuatro', owner: null }, { name: 'Dos', owner: null }, { name: 'Tres', owner: null }, { name: 'Uno', owner: luz }]);
  const before = await checksum(database.em.fork());
  const again = await loadText(database, customers({}), file);
  expect([again.state.rows.unchanged, again.state.unowned]).toEqual([4, 2]);
  expect(await checksum(database.em.fork())).toEqual(before);
});

test('a name that nobody has takes a customer from nobody, not even by an update', async () => {
  const { state, jobId } = await loadText(database, customers({ onExisting: 'update' }), `${heads}1,Uno,Pepe Gil\n`);
  expect([state.rows.unchanged, await notes(jobId)]).toEqual([1, [without(2, 'Pepe Gil')]]);
  expect((await owners()).find(({ name }) => name === 'Uno')?.owner).toBe(luz);
});

test('a mapping may have such rows wait, and say in its values who a name is', async () => {
  const refused = await loadText(database, customers({ onUnknownOwner: 'refuse' }), `${heads}5,Cinco,Pepe Gil\n`);
  expect([refused.state.rows.refused, refused.problems]).toEqual([1, [{ row: 2, column: 'Comercial', code: 'NOT_FOUND' }]]);
  const mapping = customers({});
  const named = await loadText(database, { ...mapping, customer: { ...mapping.customer, owner: { column: 'Comercial', values: { 'Pepe Gil': 'luz@almendra.example' } } } }, `${heads}5,Cinco,Pepe Gil\n`);
  expect([named.state.rows.created, named.state.unowned ?? 0, named.problems]).toEqual([1, 0, []]);
});

test('what has ended stays theirs who left; what is open comes in without them', async () => {
  const leads = {
    room: 'leads', system: 'crm', files: { rows: {} }, customer: { name: 'Empresa' },
    lead: { externalId: 'Id', capturedAt: 'Recibido', status: 'Estado', decidedAt: 'Decidido', disqualifiedReason: 'Motivo', owner: 'Comercial' },
  };
  const { state, jobId } = await loadText(database, leads, `Id,Empresa,Recibido,Estado,Decidido,Motivo,Comercial
L1,Río,2024-02-01,NEW,,,Eva Ríos
L2,Mar,2024-02-01,DISQUALIFIED,2024-02-03,NO_NEED,Eva Ríos
L3,Sol,2024-02-01,NEW,,,Pepe Gil
`);
  expect([state.rows.created, await notes(jobId)]).toEqual([3, [without(2, 'Eva Ríos'), without(4, 'Pepe Gil')]]);
  expect(await rows(sql`select reference, owner_id as owner from lead order by 1`)).toEqual([
    { reference: 'crm:L1', owner: null }, { reference: 'crm:L2', owner: eva }, { reference: 'crm:L3', owner: null },
  ]);
});

test('a lead that has ended without owner stays so when a file names somebody who left: the row is told, and not refused', async () => {
  await run(database.em.fork(), sql`update lead set owner_id = null where reference = 'crm:L2'`);
  for (const onUnknownOwner of ['empty', 'refuse']) {
    const { state, problems } = await loadText(database, {
      room: 'leads', system: 'crm', files: { rows: {} }, customer: { name: 'Empresa' }, lead: { externalId: 'Id', owner: 'Comercial' }, onUnknownOwner,
    }, 'Id,Empresa,Comercial\nL2,Mar,Eva Ríos\n');
    expect([state.rows.unchanged, state.rows.refused, problems]).toEqual([1, 0, [{ row: 2, column: 'Comercial', code: 'KEPT' }]]);
  }
});

test('opportunities and activities follow the same rule', async () => {
  const deals = await loadText(database, {
    room: 'opportunities', system: 'crm', files: { rows: {} }, customer: { name: 'Empresa' },
    opportunity: { externalId: 'Id', title: 'Título', openedAt: 'Abierta', status: 'Estado', closedAt: 'Cerrada', lossReason: 'Motivo', owner: 'Comercial' },
  }, `Id,Empresa,Título,Abierta,Estado,Cerrada,Motivo,Comercial
O1,Río,Prensa,2024-02-01,OPEN,,,Eva Ríos
O2,Mar,Barriles,2024-02-01,LOST,2024-03-01,PRICE,Eva Ríos
`);
  expect([deals.state.rows, await notes(deals.jobId)]).toMatchObject([{ created: 2, refused: 0 }, [without(2, 'Eva Ríos')]]);
  expect(await rows(sql`select reference, owner_id as owner from opportunity where reference like 'crm:O%' order by 1`)).toEqual([{ reference: 'crm:O1', owner: null }, { reference: 'crm:O2', owner: eva }]);
  const again = await loadText(database, {
    room: 'opportunities', system: 'crm', files: { rows: {} }, customer: { name: 'Empresa' }, onExisting: 'update',
    opportunity: { externalId: 'Id', title: 'Título', openedAt: 'Abierta', owner: 'Comercial' },
  }, 'Id,Empresa,Título,Abierta,Comercial\nO1,Río,Prensa,2024-02-01,Pepe Gil\n');
  expect([again.state.rows.refused, await notes(again.jobId)]).toEqual([0, [without(2, 'Pepe Gil')]]);
  const done = await loadText(database, {
    room: 'activities', system: 'crm', files: { rows: {} }, customer: { name: 'Empresa' }, activity: { kind: 'Tipo', subject: 'Asunto', occurredAt: 'Fecha', dueAt: 'Vence', owner: 'Comercial' },
  }, 'Empresa,Tipo,Asunto,Fecha,Vence,Comercial\nRío,CALL,Hablado,2024-02-02,,Eva Ríos\nRío,TASK,Llamar,,2024-03-01,Eva Ríos\nRío,NOTE,Visto,2024-02-02,,Pepe Gil\n');
  expect([done.state.rows.created, await notes(done.jobId)]).toEqual([3, [without(3, 'Eva Ríos'), without(4, 'Pepe Gil')]]);
});
