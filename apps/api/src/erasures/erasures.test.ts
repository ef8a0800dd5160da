import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Em, rowsOf, run } from '@orbita/database/connection';
import { openDatabase } from '@orbita/database/database';
import { openRestored } from '@orbita/database/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Log } from '#http';
import { email, signIn, startTestServer, type Person, type TestServer } from '../testing/index.ts';
import { applyRegister, finishErasures, readRegister } from './index.ts';

const canary = (field: string): string => `zqx${field}`;
const logged: string[] = [];
const write = (what: string, facts: object = {}) => void logged.push(`${what} ${JSON.stringify(facts)} ${Object.values(facts).map((fact) => (fact instanceof Error ? fact.stack : '')).join()}`);
const log: Log = { info: write, warn: write, error: write };
let server: TestServer;
let admin: Person;
let em: Em;

beforeAll(async () => {
  server = await startTestServer({}, { log });
  admin = await signIn(server.url);
  em = server.database.em.fork();
}, 120_000);
afterAll(() => server?.close());

const outside = () => ({ register: server.environment.erasures, outbox: join(server.environment.dataDir, 'outbox') });

async function person(name: string, by = admin): Promise<string> {
  const { body } = await by.ask(`mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } refusal { code } } }`, { body: { variables: { input: {
    kind: 'PERSON', name: canary(name), tags: [canary('tag')], contactPoints: [{ kind: 'EMAIL', value: `${canary(name)}@person.example` }], addresses: [{ kind: 'HOME', street: canary('street'), city: canary('city') }],
  } } } });
  return (body.data!['createCustomer'] as { customer: { id: string } }).customer.id;
}

const erase = (customerId: string, by = admin) =>
  by.ask('mutation($input: EraseCustomerInput!) { eraseCustomer(input: $input) { customer { name } refusal { code } } }', { body: { variables: { input: { customerId, reason: 'REQUEST', endOpen: true } } } });

/** Every value of every table of every schema, that of the jobs too. */
async function everything(of: Em): Promise<string[]> {
  const tables = await rowsOf(of, sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1, 2`);
  expect(tables.map(({ schema }) => schema)).toContain('public');
  const found = [];
  for (const { schema, name } of tables) found.push(...(await rowsOf(of, sql<{ text: string }>`select to_jsonb(t)::text as text from ${sql.table(`${schema}.${name}`)} t`)).map(({ text }) => `${schema}.${name} ${text}`));
  return found;
}

const filesIn = (folder: string): string[] => existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name)) : [];
const left = (texts: readonly string[]) => texts.filter((text) => /zqx/i.test(text));

test('nothing is left of an erased one: not in the database with its jobs, not in the files, not in the log', async () => {
  const id = await person('eva');
  // What is refused, and what fails, is told to the log: by its kind alone.
  await admin.ask(`{ customers(search: "${canary('eva')}") { nothing } }`);
  await admin.ask(`{ customer(id: "${canary('eva')}") { id } }`);
  const { outbox } = outside();
  mkdirSync(outbox, { recursive: true });
  writeFileSync(join(outbox, 'his.eml'), `From: Orbita <a@b.example>\nTo: Eva <${canary('Eva')}@Person.example>\nSubject: x\n\n${canary('letter')}\n`);
  writeFileSync(join(outbox, 'folded.eml'), `To: a@b.example\n\nWrite to ${canary('eva')}@per=\nson.example.\n`);
  writeFileSync(join(outbox, 'other.eml'), 'To: olga@other.example\n\nOf another.\n');
  expect(left(await everything(em)).length).toBeGreaterThan(5);
  expect((await erase(id)).body.data).toMatchObject({ eraseCustomer: { refusal: null } });
  // Killed before the files were done: the register says so, and it is done by whoever comes next.
  expect(await rowsOf(em, sql`select registered_at, files_cleaned_at from erasure`)).toEqual([{ registered_at: null, files_cleaned_at: null }]);
  expect(await finishErasures(em, outside(), new Date())).toBe(1);
  expect(left(await everything(em))).toEqual([]);
  const files = filesIn(server.environment.dataDir);
  expect(files.map((path) => path.slice(server.environment.dataDir.length + 1)).filter((path) => path.endsWith('.eml'))).toEqual(['outbox/other.eml']);
  expect(left(files.map((path) => readFileSync(path, 'utf8')))).toEqual([]);
  expect(logged.length).toBeGreaterThan(0);
  expect(left(logged)).toEqual([]);
  expect(await finishErasures(em, outside(), new Date())).toBe(0);
});

test('a register that was broken off midway, or told the same twice, is read all the same', async () => {
  const { register } = outside();
  const [first] = readRegister(register);
  appendFileSync(register, '{"id":"01');
  await run(em, sql`update erasure set registered_at = null`);
  await finishErasures(em, outside(), new Date());
  expect(readRegister(register)).toEqual([first]);
});

test('all that is kept is handed out to those alone who answer for it, as one file, and it is written down', async () => {
  const id = await person('leo');
  const get = (path: string, cookie = admin.cookie) => fetch(`${server.url}/api/personal-data/${path}`, { headers: { cookie } });
  const answer = await get(`${id}.json`);
  expect([answer.status, answer.headers.get('content-disposition'), answer.headers.get('cache-control')]).toEqual([200, expect.stringMatching(/^attachment; filename\*=UTF-8''Personal%20data/), 'private, no-store']);
  const data = await answer.json() as { name: string; tables: { table: string; rows: Record<string, unknown>[] }[] };
  expect(data.name).toBe(canary('leo'));
  expect(data.tables.map(({ table }) => table)).toEqual(expect.arrayContaining(['customer', 'customer_identity', 'contact_point', 'address', 'timeline_event', 'event_personal']));
  expect(data.tables.find(({ table }) => table === 'address')?.rows).toMatchObject([{ street: canary('street'), city: canary('city') }]);
  const page = await (await get(`${id}.html?language=es`)).text();
  expect(page).toContain(`<h1>Datos personales: ${canary('leo')}</h1>`);
  expect(page).toContain(`<dt>Calle</dt><dd>${canary('street')}</dd>`);
  expect(await rowsOf(em, sql`select payload ->> 'format' as format from timeline_event where customer_id = ${id}::uuid and type = 'personalDataHandedOut' order by no`)).toEqual([{ format: 'json' }, { format: 'html' }]);
  expect((await get(`${id}.json`, '')).status).toBe(401);
  expect((await get('x.json')).status).toBe(404);
  expect((await get(`${id.slice(0, -4)}0000.json`)).status).toBe(404);
  await run(em, sql`update app_user set role = 'marketing' where email = ${email}`);
  const refused = await signIn(server.url).then(({ cookie }) => get(`${id}.json`, cookie));
  await run(em, sql`update app_user set role = 'administrator' where email = ${email}`);
  expect(refused.status).toBe(403);
});

test('after a restore of an older backup the start erases again who was erased since', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'orbita-restored-'));
  const erasures = join(folder, 'erasures');
  const first = await openDatabase();
  const running = await startTestServer({ dataDir: folder, erasures }, { database: first });
  const someone = await signIn(running.url);
  const [gone, stays] = [await person('gone', someone), await person('stays', someone)];
  const backup = await first.pglite!.dumpDataDir('none');
  expect((await erase(gone, someone)).body.data).toMatchObject({ eraseCustomer: { refusal: null } });
  await finishErasures(first.em.fork(), { register: erasures, outbox: folder }, new Date());
  await running.close();

  const restored = await openRestored(backup);
  expect((await rowsOf(restored.em.fork(), sql`select from customer where erased_at is not null`)).length).toBe(0);
  const again = await startTestServer({ dataDir: folder, erasures }, { database: restored });
  expect(await rowsOf(restored.em.fork(), sql`select id, name from customer order by created_at, id`)).toEqual([
    { id: gone, name: `Erased person ${gone.slice(-6).toUpperCase()}` }, { id: stays, name: canary('stays') },
  ]);
  expect(left(await everything(restored.em.fork())).filter((text) => text.includes(canary('gone')))).toEqual([]);
  expect(await applyRegister(restored, erasures, new Date())).toBe(0);
  await again.close();
}, 120_000);
