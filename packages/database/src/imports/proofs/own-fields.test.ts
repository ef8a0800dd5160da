import type { CustomFieldInput } from '@orbita/domain/custom-fields';
import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf, run } from '#connection';
import type { Database } from '#database';
import { createCustomField } from '#field-definitions';
import { captureLead, createRoutingRule } from '#leads';
import { previewImport } from '../preview-import.ts';
import { byVerbs, luz, openCompany } from './by-verbs.fixture.ts';
import { mappingOf } from './imports.fixture.ts';
import { loadText, source } from './load-text.fixture.ts';

let database: Database;
const label = (en: string, es = en) => ({ en, es });
const field = async (input: CustomFieldInput): Promise<string> => (await byVerbs(database)).write('2024-01-01T00:00', async (em, writing) => createCustomField(em, input, writing));
const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);
const all = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 };

beforeEach(async () => {
  database = await openCompany();
  await field({ entity: 'LEAD', type: 'CHOICE', label: label('Region', 'Región'), options: [{ label: label('North', 'Norte') }, { label: label('South', 'Sur') }] });
  await field({ entity: 'LEAD', type: 'TEXT', label: label('Vintage', 'Añada'), required: true });
  await field({ entity: 'LEAD', type: 'DATE', label: label('Wedding', 'Boda') });
  await field({ entity: 'LEAD', type: 'USER', label: label('Taster', 'Catador') });
  await field({ entity: 'LEAD', type: 'CUSTOMER', label: label('Dealer', 'Distribuidor') });
});
afterEach(() => database.close());

const leads = {
  room: 'leads', system: 'fair', files: { rows: { separator: ';', dates: 'DMY', decimal: ',' } },
  lead: {
    externalId: 'Id', status: 'Estado', capturedAt: 'Recibido', decidedAt: 'Decidido',
    'custom.region': 'Región', 'custom.vintage': 'Añada', 'custom.wedding': 'Boda', 'custom.taster': 'Catador', 'custom.dealer': 'Distribuidor',
  },
  customer: { externalId: 'Cliente', name: 'Empresa', kind: { constant: 'ORGANISATION' } },
};
const leadFile = (...lines: string[]) => `Id;Cliente;Empresa;Recibido;Estado;Decidido;Región;Añada;Boda;Catador;Distribuidor\n${lines.join('\n')}\n`;

test('a file of leads fills their own fields, which rules hand them out by; what does not fit refuses its row alone', { timeout: 60_000 }, async () => {
  await loadText(database, {
    room: 'customers', system: 'fair', files: { rows: {} }, customer: { externalId: 'id', name: 'name', taxId: 'tax', email: 'mail', kind: { constant: 'ORGANISATION' } },
  }, 'id,name,tax,mail\nd-1,Vinos del Sur,B58378431,hola@sur.es\n');
  const { write } = await byVerbs(database);
  await write('2024-01-01T00:00', (em, writing) => createRoutingRule(em, {
    name: 'North', rule: { fact: 'lead.custom.region', is: 'eq', value: 'NORTH' }, assign: { to: 'USERS', userIds: [luz], strategy: 'LEAST_LOADED' },
  }, writing));
  const text = leadFile(
    '1;r;Río;01/02/2024 10:00;;;norte;2020;01/06/2024;luz@example.com;d-1',
    '2;m;Molinos;02/02/2024 10:00;;;SOUTH;;;Luz;B58378431',
    '3;n;Nogal;03/02/2024 10:00;;;;;;;hola@sur.es',
    '4;o;Olmo;03/02/2024 10:00;;;Este;;;;',
    '5;p;Pino;03/02/2024 10:00;;;;;;Nadie;',
    '6;q;Quejigo;03/02/2024 10:00;;;;;;;d-9',
    '7;s;Sauce;03/02/2024 10:00;QUALIFIED;04/02/2024 10:00;;;;;',
    '8;t;Tilo;03/02/2024 10:00;QUALIFIED;04/02/2024 10:00;;2021;;;',
  );
  const seen = await previewImport(database, { mapping: mappingOf(leads), source: source('rows.csv', text), startedBy: luz, now: new Date() });
  if (isRefused(seen)) throw new Error(seen.code);
  expect([seen.state.rows, await rows(sql`select id from lead`)]).toEqual([{ ...all, created: 4, refused: 4 }, []]);
  const { state, problems } = await loadText(database, leads, text);
  expect(problems).toEqual(seen.problems.map(({ row, column, code }) => ({ row, column, code })));
  expect([state.rows, problems]).toEqual([{ ...all, created: 4, refused: 4 }, [
    { row: 5, column: 'Región', code: 'INVALID' }, { row: 6, column: 'Catador', code: 'NOT_FOUND' },
    { row: 7, column: 'Distribuidor', code: 'NOT_FOUND' }, { row: 8, column: 'Añada', code: 'REQUIRED' },
  ]]);
  const [dealer] = await rows(sql<{ id: string }>`select id from customer where name = 'Vinos del Sur'`);
  expect(await rows(sql`select c.name, l.custom, l.custom_compared as compared, l.owner_id as owner from lead l join customer c on c.id = l.customer_id order by 1`)).toEqual([
    { name: 'Molinos', custom: { region: 'SOUTH', taster: luz, dealer: dealer!.id }, compared: { region: 'SOUTH', taster: luz, dealer: dealer!.id }, owner: null },
    { name: 'Nogal', custom: { dealer: dealer!.id }, compared: { dealer: dealer!.id }, owner: null },
    {
      name: 'Río', owner: luz, custom: { region: 'NORTH', vintage: '2020', wedding: '2024-06-01', taster: luz, dealer: dealer!.id },
      compared: { region: 'NORTH', vintage: '2020', wedding: Date.parse('2024-05-31T22:00:00Z'), taster: luz, dealer: dealer!.id },
    },
    { name: 'Tilo', custom: { vintage: '2021' }, compared: { vintage: '2021' }, owner: null },
  ]);
  expect((await rows(sql`select name from customer where name in ('Olmo', 'Pino', 'Quejigo', 'Sauce')`))).toEqual([]);
  expect((await loadText(database, leads, text)).state.rows).toEqual({ ...all, unchanged: 4, refused: 4 });
});

const deals = {
  room: 'opportunities', system: 'fair', files: { rows: { separator: ';', dates: 'DMY' } },
  opportunity: { externalId: 'Id', title: 'Título', openedAt: 'Creada', lead: 'Lead', 'custom.rivals': 'Rivales', 'custom.press': 'Prensa' },
  customer: { externalId: 'Cliente', name: 'Empresa', kind: { constant: 'ORGANISATION' } }, stages: { understood: 'Necesidad' },
};
const dealFile = (...lines: string[]) => `Id;Título;Creada;Lead;Rivales;Prensa;Cliente;Empresa;Necesidad\n${lines.join('\n')}\n`;

test('a file of opportunities fills theirs, and passes the stages that ask for one only with it, or in the name of whoever may', { timeout: 60_000 }, async () => {
  await field({ entity: 'OPPORTUNITY', type: 'CHOICES', label: label('Rivals', 'Rivales'), options: [{ label: label('Acme') }, { label: label('Globex') }] });
  await field({ entity: 'OPPORTUNITY', type: 'NUMBER', label: label('Press', 'Prensa'), requiredAtStages: ['contacted'] });
  const text = dealFile(
    '1;Prensa;01/02/2024 10:00;;acme, Globex;3;r;Río;02/02/2024 10:00',
    '2;Molino;01/02/2024 10:00;;;;m;Molinos;02/02/2024 10:00',
    '3;Nuez;01/02/2024 10:00;;Initech;;n;Nogal;',
    '4;Otra;01/02/2024 10:00;;;;o;Olmo;',
  );
  const { state, problems } = await loadText(database, deals, text);
  expect([state.rows, problems]).toEqual([{ ...all, created: 2, refused: 2 }, [{ row: 3, column: 'Necesidad', code: 'GATE_NOT_MET' }, { row: 4, column: 'Rivales', code: 'INVALID' }]]);
  expect(await rows(sql`select title, stage, custom from opportunity order by 1`)).toEqual([
    { title: 'Otra', stage: 'contacted', custom: {} }, { title: 'Prensa', stage: 'understood', custom: { rivals: ['ACME', 'GLOBEX'], press: 3 } },
  ]);
  const passed = await loadText(database, { ...deals, override: { by: 'max@example.com', reason: 'From the old system' } }, text);
  expect(passed.state.rows).toEqual({ ...all, created: 1, unchanged: 2, refused: 1 });
});

test('a lead becomes the opportunity of a file only with what it needs to be qualified', { timeout: 60_000 }, async () => {
  await field({ entity: 'OPPORTUNITY', type: 'NUMBER', label: label('Press', 'Prensa') });
  await field({ entity: 'OPPORTUNITY', type: 'TEXT', label: label('Rivals', 'Rivales') });
  await loadText(database, leads, leadFile('1;r;Río;01/02/2024 10:00;;;;;;;', '2;m;Molinos;01/02/2024 10:00;;;;2020;;;'));
  const { state, problems } = await loadText(database, deals, dealFile('1;Prensa;03/02/2024 10:00;1;;;r;Río;', '2;Molino;03/02/2024 10:00;2;;;m;Molinos;'));
  expect([state.rows, problems]).toEqual([{ ...all, created: 1, refused: 1 }, [{ row: 2, column: 'Lead', code: 'REQUIRED' }]]);
  expect(await rows(sql`select c.name, l.status from lead l join customer c on c.id = l.customer_id order by 1`)).toEqual([{ name: 'Molinos', status: 'QUALIFIED' }, { name: 'Río', status: 'NEW' }]);
});

test('a link of a customer is filled with whoever is there or comes along, by id in the system; one who was deleted is nobody', async () => {
  await field({ entity: 'CUSTOMER', type: 'CUSTOMER', label: label('Parent', 'Matriz') });
  await field({ entity: 'CUSTOMER', type: 'USER', label: label('Buddy') });
  const mapping = { room: 'customers', system: 'fair', files: { rows: {} }, customer: { externalId: 'id', name: 'name', kind: { constant: 'ORGANISATION' }, 'custom.parent': 'parent', 'custom.buddy': 'buddy' } };
  const text = 'id,name,parent,buddy\n3,Tienda,2,\n2,Bodega,1,Luz\n1,Holding,,\n4,Sola,5,\n5,Otra,4,\n';
  // Who comes with the same rows is waited for; two who wait for each other wait in vain.
  const circle = [{ row: 5, column: 'parent', code: 'NOT_FOUND' }, { row: 6, column: 'parent', code: 'NOT_FOUND' }];
  const { state, problems } = await loadText(database, mapping, text);
  expect([state.rows, problems]).toEqual([{ ...all, created: 3, refused: 2 }, circle]);
  expect((await loadText(database, mapping, text)).state.rows).toEqual({ ...all, unchanged: 3, refused: 2 });
  expect(await rows(sql`select c.name, c.custom ->> 'buddy' as buddy, p.name as parent from customer c join customer p on p.id = (c.custom ->> 'parent')::uuid order by 1`)).toEqual([
    { name: 'Bodega', buddy: luz, parent: 'Holding' }, { name: 'Tienda', buddy: null, parent: 'Bodega' },
  ]);
  await run(database.em.fork(), sql`update customer set deleted_at = now() where name = 'Holding'`);
  expect((await loadText(database, mapping, 'id,name,parent,buddy\n9,Otra,1,\n')).problems).toEqual([{ row: 2, column: 'parent', code: 'NOT_FOUND' }]);
});

test('whoever is captured with values that do not fit is refused by their path', async () => {
  const { write } = await byVerbs(database);
  const capture = (custom: { name: string; option?: string; text?: string }[]) => write('2024-02-01T10:00', (em, writing) => captureLead(em, { channel: 'CALL', who: { name: 'Ana', phone: '600100200' }, custom }, writing));
  await expect(capture([{ name: 'region', option: 'EAST' }])).rejects.toThrow('INVALID custom.region');
  expect(isRefused(await capture([{ name: 'region', option: 'SOUTH' }, { name: 'vintage', text: '' }]))).toBe(false);
  expect(await rows(sql`select custom from lead`)).toEqual([{ custom: { region: 'SOUTH' } }]);
});
