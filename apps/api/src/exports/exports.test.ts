import { rowsOf, type Em } from '@orbita/database/connection';
import { checkDuplicates } from '@orbita/database/duplicates';
import { Writable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, signIn, startTestServer, type TestServer } from '../testing/index.ts';
import { checkQuality } from '../jobs/check-quality.ts';
import type { JobAround } from '../jobs/job.ts';
import { createUser } from '../sessions/create-user.ts';
import { inert } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

let server: TestServer;
let admin: Person;
const make = (name: string, more: object = {}) => admin.ask('mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } refusal { code field } } }', {
  body: { variables: { input: { kind: 'ORGANISATION', name, ...more } } },
});

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server.url);
  for (let at = 0; at < 205; at += 1) await make(`Bodega ${String(at).padStart(3, '0')}`, at % 2 === 0 ? { tags: ['par'] } : {});
  await make('=HYPERLINK("http://x")', { contactPoints: [{ kind: 'EMAIL', value: 'uno@bodega.example' }, { kind: 'MOBILE', value: '612345678' }] });
}, 120_000);
afterAll(() => server.close());

const get = (path: string, cookie = admin.cookie) => fetch(`${server.url}/api/export/${path}`, { headers: { cookie } });
const table = async (path: string): Promise<Record<string, string>[]> => parse(await (await get(path)).text(), { bom: true, columns: true });
const rule = (value: object) => `rule=${encodeURIComponent(JSON.stringify(value))}`;

test('a list is taken away whole, in its order, as many as the list counts', async () => {
  const all = await table('customers.csv');
  const { totalCount } = (await admin.ask('{ customers { totalCount } }')).body.data!['customers'] as { totalCount: number };
  expect([all.length, totalCount]).toEqual([206, 206]);
  expect(new Set(all.map(({ Id }) => Id)).size).toBe(206);
  const even = await table(`customers.csv?${rule({ fact: 'tags', is: 'contains', value: 'par' })}&orderBy=${encodeURIComponent('{"by":"name","descending":true}')}&columns=name,tags`);
  expect(even).toHaveLength(103);
  expect(even[0]).toEqual({ Name: 'Bodega 204', Tags: 'par' });
});

test('a formula is text in either file, a telephone a telephone; headings speak the language asked for', async () => {
  const [row] = await table('customers.csv?search=HYPERLINK&language=es');
  expect(row).toMatchObject({ Nombre: '\'=HYPERLINK("http://x")', Correo: 'uno@bodega.example', Teléfono: '612345678', Tipo: 'Organización' });
  const answer = await get('customers.xlsx?search=HYPERLINK&columns=name,ordersCount,customerSince');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''Customers%20\d{4}-\d\d-\d\d\.xlsx$/);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const [heading, first] = [book.worksheets[0]!.getRow(1), book.worksheets[0]!.getRow(2)];
  expect([1, 2, 3].map((at) => heading.getCell(at).value)).toEqual(['Name', 'Orders', 'Customer since']);
  expect([first.getCell(1).value, first.getCell(2).value, first.getCell(3).value]).toEqual(['=HYPERLINK("http://x")', 0, expect.any(Date)]);
  expect(['-5', '+34 612', '=1', '@x', '-a', 'a=1'].map(inert)).toEqual(['-5', '+34 612', "'=1", "'@x", "'-a", 'a=1']);
});

test('every list is one that can be taken away, with all its columns', async () => {
  const lists = (await admin.ask('{ exportedLists { key path columns { key label type } } }')).body.data!['exportedLists'] as { key: string; path: string; columns: { label: string }[] }[];
  expect(lists.map(({ key }) => key)).toEqual(['customers', 'contacts', 'leads', 'opportunities', 'orders', 'products', 'activities', 'myTasks', 'auditTrail', 'qualityQueue', 'duplicatePairs']);
  for (const { key, path, columns } of lists) {
    const answer = await fetch(`${server.url}${path}.csv`, { headers: { cookie: admin.cookie } });
    expect([key, answer.status]).toEqual([key, 200]);
    const [heading = []] = parse(await answer.text(), { bom: true, to: 1 });
    expect(heading).toEqual(expect.arrayContaining(columns.map(({ label }) => label)));
  }
});

test('the queues of those who mend are lists as well: what is missing and why two may be one, in words', async () => {
  const twin = { contactPoints: [{ kind: 'MOBILE', value: '+34 612 34 56 99' }], evenIfDuplicate: true };
  for (const name of ['Viveros Nalda', 'Viveros Nalda SL']) expect((await make(name, twin)).body.errors).toBeUndefined();
  const em = server.database.em.fork() as Em;
  while (await checkDuplicates(em, { now: new Date() }));
  await checkQuality(em, new Date(), { stopping: new AbortController().signal } as JobAround);
  const missing = (await table('qualityQueue.csv?language=es')).find((row) => row['Cliente'] === 'Viveros Nalda SL');
  expect(missing).toMatchObject({ Tipo: 'Organización', 'Qué falta': expect.stringMatching(/; /) });
  const { totalCount } = (await admin.ask('{ qualityQueue { totalCount } }')).body.data!['qualityQueue'] as { totalCount: number };
  expect(await table('qualityQueue.csv')).toHaveLength(totalCount);
  const pair = (await table('duplicatePairs.csv')).find((row) => [row['Customer'], row['The other']].every((name) => name?.startsWith('Viveros Nalda')));
  expect(pair).toMatchObject({ State: 'To decide', Verdict: 'Likely', Because: expect.stringContaining('Same mobile') });
  expect(await table('duplicatePairs.csv?state=MERGED')).toEqual([]);
});

test("a list takes the company's own fields along, and goes in the order of one", async () => {
  const done = (document: string, input: object) => admin.ask(document, { body: { variables: { input } } });
  await done('mutation($input: CreateCustomFieldInput!) { createCustomField(input: $input) { refusal { code } } }', { entity: 'LEAD', type: 'NUMBER', label: { en: 'Bottles', es: 'Botellas' }, decimals: 1 });
  for (const [name, number] of [['Ana', '12.5'], ['Eva', '200'], ['Pol', undefined]] as const) {
    const { body } = await done('mutation($input: CaptureLeadInput!) { captureLead(input: $input) { refusal { code } } }', {
      channel: 'CALL', who: { name, email: `${name}@lead.example` }, custom: number === undefined ? [] : [{ name: 'bottles', number }],
    });
    expect(body.data?.['captureLead']).toEqual({ refusal: null });
  }
  const rows = await table(`leads.csv?columns=customerName,custom.bottles&orderByCustom=${encodeURIComponent('{"name":"bottles","descending":true}')}`);
  expect(rows).toEqual([{ Customer: 'Eva', Bottles: '200.0' }, { Customer: 'Ana', Bottles: '12.5' }, { Customer: 'Pol', Bottles: '' }]);
});

test('what is wrong is told before a byte is sent', async () => {
  const code = async (path: string, cookie?: string) => {
    const answer = await get(path, cookie);
    return [answer.status, ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code];
  };
  expect(await code('customers.csv', 'none=1')).toEqual([401, 'UNAUTHENTICATED']);
  expect(await code('users.csv')).toEqual([404, 'NOT_FOUND']);
  expect(await code('customers.pdf')).toEqual([404, 'NOT_FOUND']);
  for (const query of ['nonsense=1', 'rule={', 'columns=iban', 'search=a&search=b', rule({ fact: 'nothing', is: 'eq', value: 1 }), 'orderBy={"by":"taxId"}', 'segmentId=x', 'search=%00']) {
    expect([query, ...(await code(`customers.csv?${query}`))]).toEqual([query, 400, 'BAD_USER_INPUT']);
  }
});

test('who takes a list away is written down', async () => {
  await table('customers.csv?search=HYPERLINK&columns=name');
  const events = await rowsOf(server.database.em.fork() as Em, sql<{ payload: object }>`select payload from timeline_event where type = 'listExported' order by recorded_at desc, no desc limit 1`);
  expect(events[0]?.payload).toMatchObject({ list: 'customers', format: 'csv', columns: ['name'], arguments: ['search'] });
});

test('nobody takes away more than he is shown: rows of others, and what is marked, are not in his file', async () => {
  const who = { email: 'lola@warehouse.example', password: 'long enough for it' };
  await createUser(server.database.em, { name: 'Lola', ...who, role: 'warehouse' }, 'COMMAND_LINE', new Date());
  const lola = await signIn(server.url, who);
  const lists = (await lola.ask('{ exportedLists { key } }')).body.data!['exportedLists'] as { key: string }[];
  for (const key of ['leads', 'auditTrail']) expect(lists.map((list) => list.key)).not.toContain(key);
  expect((await get('leads.csv', lola.cookie)).status).toBe(404);
  const hers = parse(await (await get('customers.csv?search=Bodega', lola.cookie)).text(), { bom: true, columns: true }) as Record<string, string>[];
  const { totalCount } = (await lola.ask('{ customers(search: "Bodega") { totalCount } }')).body.data!['customers'] as { totalCount: number };
  expect(hers).toHaveLength(totalCount);
  expect(hers.filter((row) => row['E-mail'] !== '' || row['Revenue, all time'])).toEqual([]);
  const sam = { email: 'sam@sales.example', password: 'long enough for it' };
  await createUser(server.database.em, { name: 'Sam', ...sam, role: 'sales' }, 'COMMAND_LINE', new Date());
  expect(parse(await (await get('customers.csv', (await signIn(server.url, sam)).cookie)).text(), { bom: true, columns: true })).toEqual([]);
});

test('the company\'s own fields are columns, for whoever may read them', async () => {
  const field = (input: object) => admin.ask('mutation($input: CreateCustomFieldInput!) { createCustomField(input: $input) { customField { name } refusal { code field } } }', {
    body: { variables: { input: { entity: 'CUSTOMER', ...input } } },
  });
  const label = (text: string) => ({ en: text, es: text });
  await field({ name: 'litres', type: 'NUMBER', label: label('Litres'), decimals: 1 });
  await field({ name: 'budget', type: 'MONEY', label: label('Budget'), readers: ['administrator'] });
  await field({ name: 'grapes', type: 'CHOICES', label: label('Grapes'), options: [{ value: 'MENCIA', label: label('Mencía') }, { value: 'GODELLO', label: label('Godello') }] });
  expect((await make('Own fields', { custom: [{ name: 'litres', number: '12.5' }, { name: 'budget', money: '99.90' }, { name: 'grapes', options: ['MENCIA', 'GODELLO'] }] })).body.errors).toBeUndefined();
  const [row] = await table('customers.csv?search=Own fields');
  expect(row).toMatchObject({ Litres: '12.5', Budget: '99.90', 'Budget (currency)': 'EUR', Grapes: 'Mencía; Godello' });
  const eve = { email: 'eve@sales.example', password: 'long enough for it' };
  await createUser(server.database.em, { name: 'Eve', ...eve, role: 'manager' }, 'COMMAND_LINE', new Date());
  const [hers] = parse(await (await get('customers.csv?search=Own fields', (await signIn(server.url, eve)).cookie)).text(), { bom: true, columns: true }) as Record<string, string>[];
  expect([hers!['Litres'], 'Budget' in hers!]).toEqual(['12.5', false]);
});

test('a reader who goes away midway is waited for no longer', async () => {
  const out = new Writable({ highWaterMark: 1, write: () => { /* He reads nothing. */ } });
  out.on('error', () => {});
  async function* pages() {
    for (let page = 0; page < 200; page += 1) yield Array.from({ length: 100 }, (_, at) => [`row ${page} ${at} ${Math.random()}`]);
  }
  const column = { key: 'a', label: { en: 'A', es: 'A' }, type: 'text' as const, selection: 'a', value: () => null };
  const writing = writeXlsx({ title: 'A', heading: ['A'], columns: [column] }, pages(), out);
  setTimeout(() => out.destroy(), 300);
  await expect(writing).rejects.toThrow('The reader has gone.');
});

test('tasks and what was done are taken away too, each by whom it is for', async () => {
  const { edges: [customer] } = (await admin.ask('{ customers(first: 1) { edges { node { id } } } }')).body.data!['customers'] as { edges: { node: { id: string } }[] };
  const done = (name: string, input: object) => admin.ask(`mutation($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { refusal { code } } }`, { body: { variables: { input: { customerId: customer!.node.id, ...input } } } });
  await done('logActivity', { kind: 'CALL', direction: 'INBOUND', subject: 'Pregunta por el horno' });
  await done('createTask', { subject: 'Enviar el plano', dueAt: '2027-01-11T09:00:00Z' });
  expect(await table('activities.csv?columns=kind,subject,direction&kinds=["CALL"]')).toEqual([{ Kind: 'Call', Subject: 'Pregunta por el horno', Direction: 'Inbound' }]);
  expect(await table('myTasks.csv?columns=subject,doneAt&state=OPEN')).toEqual([{ Subject: 'Enviar el plano', Done: '' }]);
  expect(await table('myTasks.csv?columns=subject&state=DONE')).toEqual([]);
  const [told] = await table('auditTrail.csv?columns=type,actorName,payload&types=["activityLogged"]') as { What: string; Details: string }[];
  expect(told).toMatchObject({ What: 'activityLogged' });
  expect(JSON.parse(told!.Details)).toMatchObject({ kind: 'CALL' });
});
