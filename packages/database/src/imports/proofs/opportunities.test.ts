import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf, run } from '#connection';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { captureLead, qualifyLead, workLead } from '#leads';
import { loseOpportunity, moveOpportunity, type NewOpportunity, openOpportunity, winOpportunity } from '#opportunities';
import { byVerbs, luz, openCompany } from './by-verbs.fixture.ts';
import { loadText } from './load-text.fixture.ts';
import { standing } from './standing.fixture.ts';

let database: Database;
beforeEach(async () => { database = await openCompany(); });
afterEach(() => database.close());

const deals = {
  room: 'opportunities', system: 'crm', files: { rows: { separator: ';', dates: 'DMY', decimal: ',' } },
  opportunity: {
    externalId: 'ID', title: 'Título', amount: 'Importe', currency: 'Moneda', pipeline: 'Embudo', stage: 'Fase', status: 'Estado', openedAt: 'Creada',
    closedAt: 'Cerrada', expectedCloseOn: 'Prevista', lossReason: 'Motivo', closeNote: 'Nota', owner: 'Comercial', lead: 'Lead', order: 'Pedido',
  },
  customer: { externalId: 'Cliente', name: 'Empresa', email: 'Correo', kind: { constant: 'ORGANISATION' } },
  stages: { understood: 'Necesidad', Propuesta: 'Propuesta', negotiation: 'Negociación', closing: 'Cierre' },
};
const columns = ['ID', 'Título', 'Importe', 'Moneda', 'Embudo', 'Fase', 'Estado', 'Creada', 'Cerrada', 'Prevista', 'Motivo', 'Nota', 'Comercial', 'Lead', 'Pedido', 'Cliente', 'Empresa', 'Correo', 'Necesidad', 'Propuesta', 'Negociación', 'Cierre'];
type Row = Readonly<Partial<Record<string, string>>>;
const file = (...given: Row[]): string => `${[columns, ...given.map((row) => columns.map((column) => row[column] ?? ''))].map((cells) => cells.join(';')).join('\n')}\n`;
const load = (text: string, mapping: object = deals, options = {}) => loadText(database, mapping, text, undefined, options);
const rows = <Found>(query: ReturnType<typeof sql<Found>>) => rowsOf(database.em.fork(), query);
const all = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 };
const rio: Row = { Cliente: 'r', Empresa: 'Bodegas Río', Correo: 'hola@rio.es' };
const molinos: Row = { Cliente: 'm', Empresa: 'Molinos SA', Correo: 'hola@molinos.es' };

const history = file(
  { ...rio, ID: '1', Título: 'Prensa', Importe: '12.500,50', Estado: 'Ganada', Creada: '01/02/2024 10:00', Prevista: '30/03/2024', Comercial: 'luz@example.com',
    Necesidad: '02/02/2024 10:00', Propuesta: '05/02/2024 10:00', Cierre: '01/03/2024 10:00', Cerrada: '10/03/2024 12:00' },
  { ...molinos, ID: '2', Título: 'Molino', Estado: 'LOST', Creada: '03/02/2024 10:00', Necesidad: '04/02/2024 10:00', Cerrada: '20/02/2024 10:00', Motivo: 'Precio', Nota: 'Muy caro' },
  { ...molinos, ID: '3', Título: 'Depósitos', Importe: '900', Creada: '05/03/2024 10:00', Fase: 'necesidad ENTENDIDA', Necesidad: '06/03/2024 10:00', Propuesta: '' },
  { ...rio, ID: '4', Título: 'Repuestos', Importe: '100', Creada: '15/03/2024 10:00', Prevista: '01/05/2024', Necesidad: '16/03/2024 10:00', Propuesta: '17/03/2024 10:00' },
);

test('an imported opportunity stands as one that was opened, moved, won or lost by hand at its own dates; loaded again, nothing changes', { timeout: 60_000 }, async () => {
  const { state, problems } = await load(history);
  expect([state.rows, problems]).toEqual([{ ...all, created: 4 }, []]);
  expect(state.things).toMatchObject({ opportunities: { created: 4 }, orders: { created: 1 }, customers: { created: 2, unchanged: 2 } });
  const imported = await standing(database);
  const again = await load(history);
  expect([again.state.rows, again.problems]).toEqual([{ ...all, unchanged: 4 }, []]);
  expect(await standing(database)).toEqual(imported);
  const moved = await load(file({ ...molinos, ID: '3', Título: 'Depósitos', Creada: '05/03/2024 10:00', Fase: 'propuesta' }, { ...rio, ID: '4', Título: 'Repuestos', Creada: '15/03/2024 10:00', Estado: 'WON' }));
  expect([moved.state.rows, moved.problems]).toEqual([{ ...all, unchanged: 2 }, [{ row: 2, column: 'Fase', code: 'KEPT' }, { row: 3, column: 'Estado', code: 'KEPT' }]]);
  await database.close();
  database = await openCompany();
  await enterByHand();
  expect(imported).toEqual(await standing(database));
});

/** The same four, through the verbs. What is delivered and paid elsewhere is not tracked, and windows end as they come. */
async function enterByHand(): Promise<void> {
  const { write, of } = await byVerbs(database);
  const point = (value: string) => [{ kind: 'EMAIL' as const, value }];
  const open = (moment: string, asked: NewOpportunity) => write(moment, (em, writing) => openOpportunity(em, { source: 'IMPORT', ...asked }, writing));
  const move = (moment: string, id: string, to: string) => write(moment, async (em, writing) => moveOpportunity(em, { ...await of(em, 'opportunity', id), to }, writing));
  const bodegas = await write('2024-02-01T10:00', (em, writing) => createCustomer(em, { kind: 'ORGANISATION', name: 'Bodegas Río', source: 'IMPORT', contactPoints: point('hola@rio.es') }, writing));
  const one = await open('2024-02-01T10:00', { customerId: bodegas, title: 'Prensa', amount: 1_250_050, expectedCloseOn: '2024-03-30', ownerId: luz });
  await move('2024-02-02T10:00', one, 'understood');
  const mills = await write('2024-02-03T10:00', (em, writing) => createCustomer(em, { kind: 'ORGANISATION', name: 'Molinos SA', source: 'IMPORT', contactPoints: point('hola@molinos.es') }, writing));
  const two = await open('2024-02-03T10:00', { customerId: mills, title: 'Molino' });
  await move('2024-02-04T10:00', two, 'understood');
  await move('2024-02-05T10:00', one, 'proposal');
  await write('2024-02-20T10:00', async (em, writing) => loseOpportunity(em, { ...await of(em, 'opportunity', two), reason: 'PRICE', note: 'Muy caro' }, writing));
  await move('2024-03-01T10:00', one, 'closing');
  const three = await open('2024-03-05T10:00', { customerId: mills, title: 'Depósitos', amount: 90_000 });
  await move('2024-03-06T10:00', three, 'understood');
  await write('2024-03-10T12:00', async (em, writing) => winOpportunity(em, { ...await of(em, 'opportunity', one), order: { tracked: false } }, writing));
  const four = await open('2024-03-15T10:00', { customerId: bodegas, title: 'Repuestos', amount: 10_000, expectedCloseOn: '2024-05-01' });
  await move('2024-03-16T10:00', four, 'understood');
  await move('2024-03-17T10:00', four, 'proposal');
}

test('a lead that is named is qualified by its opportunity, and its cycle goes on with it, as by hand', { timeout: 60_000 }, async () => {
  const leads = {
    room: 'leads', system: 'crm', files: { rows: {} }, lead: { externalId: 'id', channel: { constant: 'FAIR' }, subject: 'about', capturedAt: 'at', firstResponseAt: 'answered' },
    customer: { name: 'company', contactName: 'who', contactEmail: 'mail' },
  };
  await loadText(database, leads, 'id,company,who,mail,about,at,answered\nL1,Bodegas Río,Ana Paz,ana@rio.es,Prensa,2024-02-01 10:00,2024-02-02 10:00\n');
  const { state, problems } = await load(file(
    { ID: '1', Lead: 'L1', Título: 'Prensa', Creada: '03/02/2024 10:00' }, { ID: '2', Lead: 'L1', Título: 'Otra', Creada: '04/02/2024' },
    { ID: '3', Lead: 'L9', Título: 'Otra', Creada: '04/02/2024' }, { ...molinos, ID: '4', Lead: 'L1', Título: 'Otra', Creada: '04/02/2024' },
  ));
  expect([state.rows, problems]).toEqual([{ ...all, created: 1, refused: 3 }, [
    { row: 3, column: 'Lead', code: 'CONFLICT' }, { row: 4, column: 'Lead', code: 'NOT_FOUND' }, { row: 5, column: 'Lead', code: 'CONFLICT' }]]);
  const imported = await standing(database);
  await database.close();
  database = await openCompany();
  const { write, of } = await byVerbs(database);
  const lead = await write('2024-02-01T10:00', (em, writing) => captureLead(em, { channel: 'FAIR', subject: 'Prensa', who: { organisation: 'Bodegas Río', givenName: 'Ana', familyName: 'Paz', email: 'ana@rio.es' } }, writing));
  await write('2024-02-02T10:00', async (em, writing) => workLead(em, await of(em, 'lead', lead), writing));
  await write('2024-02-03T10:00', async (em, writing) => qualifyLead(em, { ...await of(em, 'lead', lead), title: 'Prensa', qualification: { need: { answer: 'YES' } } }, writing));
  expect(imported).toEqual(await standing(database));
});

test('stages, gates and dates that do not hold refuse their row, naming what there is', { timeout: 60_000 }, async () => {
  const { state, problems } = await load(file(
    { ...rio, ID: '1', Título: 'a', Creada: '01/02/2024', Fase: 'Regateo' }, { ...rio, ID: '2', Título: 'b', Creada: '01/02/2024', Fase: 'Propuesta' },
    { ...rio, ID: '3', Título: 'c', Creada: '01/02/2024', Necesidad: '31/01/2024' }, { ...rio, ID: '4', Título: 'd', Creada: '01/02/2024', Estado: 'Ganada', Importe: '5', Prevista: '01/03/2024' },
    { ...rio, ID: '5', Título: 'e', Creada: '01/02/2024', Estado: 'Perdida', Cerrada: '05/02/2024' }, { ...rio, ID: '6', Título: 'f', Creada: '01/02/2024', Embudo: 'Obras' },
    { Cliente: 'nobody', ID: '7', Título: 'g', Creada: '01/02/2024' }, { ...rio, ID: '8', Título: 'h', Creada: '01/02/2024', Importe: '5', Moneda: 'USD' },
  ));
  expect(state.rows).toEqual({ ...all, refused: 8 });
  expect(problems).toEqual([
    { row: 2, column: 'Fase', code: 'NOT_FOUND' }, { row: 3, column: 'Fase', code: 'GATE_NOT_MET' }, { row: 4, column: 'Necesidad', code: 'OUT_OF_RANGE' },
    { row: 5, column: 'Cerrada', code: 'REQUIRED' }, { row: 6, column: 'Motivo', code: 'REQUIRED' }, { row: 7, column: 'Embudo', code: 'NOT_FOUND' },
    { row: 8, column: 'Cliente', code: 'NOT_FOUND' }, { row: 9, column: 'Moneda', code: 'INVALID' },
  ]);
  expect(await rows(sql`select details ->> 'stages' as stages from import_problem where row_no = 2`)).toEqual([{
    stages: 'contacted (First contact, Primer contacto); understood (Need understood, Necesidad entendida); proposal (Proposal, Propuesta); negotiation (Negotiation, Negociación); closing (Closing, Cierre)' }]);
  expect(await rows(sql`select count(*)::int as customers from customer`)).toEqual([{ customers: 0 }]);
});

test('history goes past a gate only in the name of somebody who may, with the reason', { timeout: 60_000 }, async () => {
  const row = file({ ...rio, ID: '1', Título: 'a', Creada: '01/02/2024', Fase: 'Propuesta' });
  await expect(load(row, { ...deals, override: { by: 'luz@example.com', reason: 'Historia' } })).rejects.toThrow('may pass gates');
  expect((await load(row, { ...deals, override: { by: 'Max@example.com', reason: 'Historia' } })).state.rows).toEqual({ ...all, created: 1 });
  expect(await rows(sql`
    select e.payload -> 'overridden' -> 'missing' as missing, u.name as by, p.values as personal, v.override_reason as reason
    from timeline_event e join app_user u on u.id::text = e.payload -> 'overridden' ->> 'by' join event_personal p on p.customer_id = e.customer_id and p.event_no = e.no
    join opportunity_visit v on v.no = 2 where e.type = 'opportunityMoved'`)).toEqual([
    { missing: [{ stage: 'understood', facts: ['opportunity.amount'] }], by: 'Max', personal: { reason: 'Historia' }, reason: 'Historia' }]);
});

test('gates that read the customer find him as he is, also one who is just being made', { timeout: 60_000 }, async () => {
  await run(database.em.fork(), sql`
    update pipeline set stages = jsonb_set(stages, '{0,gate}', '{"and":[{"fact":"hasEmail","is":"eq","value":true},{"none":"orders","where":{"fact":"amount","is":"ge","value":1}}]}')`);
  const { state, problems } = await load(file(
    { ...rio, ID: '1', Título: 'a', Creada: '01/02/2024', Fase: 'understood' }, { ...molinos, Correo: '', ID: '2', Título: 'b', Creada: '01/02/2024', Fase: 'understood' }));
  expect([state.rows, problems]).toEqual([{ ...all, created: 1, refused: 1 }, [{ row: 3, column: 'Fase', code: 'GATE_NOT_MET' }]]);
});

test('what was won by an order that is there makes no second one, and shares its cycle', { timeout: 60_000 }, async () => {
  const orders = {
    room: 'orders', system: 'crm', files: { rows: {} }, order: { number: 'no', customer: 'client', placedAt: 'at', currency: { constant: 'EUR' } },
    line: { description: 'what', quantity: 'n', unitPrice: 'price' }, customer: { externalId: 'client', name: 'name', kind: { constant: 'ORGANISATION' } },
  };
  await loadText(database, orders, 'no,client,name,at,what,n,price\nA-1,r,Bodegas Río,2024-03-10,press,2,50\n');
  const won: Row = { ...rio, Título: 'a', Creada: '01/02/2024', Estado: 'WON', Cerrada: '10/03/2024', Importe: '90', Prevista: '01/03/2024', Necesidad: '02/02/2024' };
  const { state, problems } = await load(file({ ...won, ID: '1', Pedido: 'A-1' }, { ...won, ID: '2', Pedido: 'A-2' }, { ...won, ID: '3', Pedido: 'A-3', Importe: '', Necesidad: '' }));
  expect([state.rows, problems]).toEqual([{ ...all, created: 2, refused: 1 }, [{ row: 4, column: 'Estado', code: 'GATE_NOT_MET' }]]);
  expect(await rows(sql`
    select s.number, s.amount::int as amount, o.title, y.order_id = s.id as shared, y.entry_phase from sales_order s join opportunity o on o.order_id = s.id and o.id = s.opportunity_id
    join cycle y on y.id = o.cycle_id order by 1`)).toEqual([
    { number: 'A-1', amount: 10000, title: 'a', shared: true, entry_phase: 'DELIVERY' }, { number: 'A-2', amount: 9000, title: 'a', shared: true, entry_phase: 'OPPORTUNITY' }]);
  expect(await rows(sql`select orders_count as orders, revenue_total::int as revenue from customer_facts`)).toEqual([{ orders: 2, revenue: 19000 }]);
});

test('a date that nobody means refuses its row and no other', async () => {
  const { state, problems } = await load(file(
    { ...rio, ID: '1', Título: 'Prensa', Creada: '31/12/9999' }, { ...rio, ID: '2', Título: 'Depósitos', Creada: '01/02/2024 10:00', Prevista: '31/12/9999' },
    { ...molinos, ID: '3', Título: 'Molino', Creada: '01/02/2024 10:00' }));
  expect(state.rows).toEqual({ ...all, created: 1, refused: 2 });
  expect(problems).toEqual([{ row: 2, column: 'Creada', code: 'OUT_OF_RANGE' }, { row: 3, column: 'Prevista', code: 'OUT_OF_RANGE' }]);
});
