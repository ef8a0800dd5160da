import { rowsOf } from '@orbita/database/connection';
import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createUser } from '../sessions/create-user.ts';
import { type Person, signIn, startTestServer, type TestServer } from '../testing/index.ts';

let server: TestServer;
let admin: Person;
let key = '';

type Row = Record<string, string>;
const makeKey = async (person: Person, name = 'Power BI'): Promise<{ id: string; text: string }> => {
  const { createAccessKey } = (await person.ask('mutation($input: CreateAccessKeyInput!) { createAccessKey(input: $input) { accessKey { id } text refusal { code } } }', { body: { variables: { input: { name, days: 30 } } } })).body.data as { createAccessKey: { accessKey: { id: string }; text: string } };
  return { id: createAccessKey.accessKey.id, text: createAccessKey.text };
};
const keyOf = async (name: string, role: Parameters<typeof createUser>[1]['role']): Promise<string> => {
  const sign = { email: `${name}@bi.example`, password: 'long enough for it' };
  await createUser(server.database.em, { name, ...sign, role }, 'COMMAND_LINE', new Date());
  return `Bearer ${(await makeKey(await signIn(server.url, sign))).text}`;
};
const get = (path: string, authorization: string | undefined = `Bearer ${key}`) => fetch(`${server.url}/bi/v1/${path}`, { headers: authorization ? { authorization } : {} });
const table = async (path: string, authorization?: string): Promise<Row[]> => parse(await (await get(path, authorization)).text(), { columns: true });
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;

async function mutate<Answer>(verb: string, input: object, selection: string): Promise<Answer> {
  const { body } = await admin.ask(`mutation($input: ${verb[0]!.toUpperCase()}${verb.slice(1)}Input!) { ${verb}(input: $input) { ${selection} refusal { code field message } } }`, { body: { variables: { input } } });
  const answer = body.data?.[verb] as (Answer & { refusal: unknown }) | undefined;
  if (!answer || answer.refusal) throw new Error(JSON.stringify(body));
  return answer;
}
const make = async (name: string, more: object = {}) =>
  (await mutate<{ customer: { id: string; version: number } }>('createCustomer', { kind: 'ORGANISATION', name, ...more }, 'customer { id version }')).customer;
const order = async (customerId: string, unitPrice: string) =>
  (await mutate<{ order: { id: string } }>('placeOrder', { customerId, lines: [{ description: 'Café', quantity: '3', unitPrice }] }, 'order { id }')).order.id;

beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server.url);
  key = (await makeKey(admin)).text;
  for (let at = 0; at < 130; at += 1) await make(`Bodega ${String(at).padStart(3, '0')}`, at % 2 === 0 ? { tags: ['par', 'tinto'] } : {});
}, 120_000);
afterAll(() => server.close());

test('only a key that opens is let in: as Bearer, as the password of Basic, or as its name', async () => {
  for (const good of [`Bearer ${key}`, `bearer ${key}`, basic(`anybody:${key}`), basic(`${key}:`)]) expect((await get('catalog', good)).status).toBe(200);
  const cookie = await fetch(`${server.url}/bi/v1/catalog`, { headers: { cookie: admin.cookie } });
  expect([cookie.status, cookie.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="Orbita", Basic realm="Orbita", charset="UTF-8"']);
  for (const bad of ['Bearer', 'Bearer x', `Bearer ${key.slice(0, -1)}`, basic(`${key}x:`), `Token ${key}`]) {
    const answer = await get('customers.v1.csv', bad);
    expect([answer.status, ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  }
  // Nor does it open any other door.
  const graphql = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ customers { totalCount } }' }) });
  expect(graphql.status).toBe(401);
});

test('the catalogue says what a key may ask, and every operation answers its columns, none and all, in each form', async () => {
  const { operations } = await (await get('catalog')).json() as { operations: { name: string; schema: string; rows: Record<string, string> }[] };
  expect(operations.map(({ name }) => name)).toEqual(['customers.v1', 'contacts.v1', 'leads.v1', 'opportunities.v1', 'orders.v1', 'products.v1', 'activities.v1']);
  for (const { name, rows, schema } of operations) {
    expect(rows['csv']).toMatch(new RegExp(`/bi/v1/${name}\\.csv$`));
    expect(schema).toMatch(new RegExp(`/bi/v1/${name}/schema$`));
    const { columns, key: keyed } = await (await get(`${name}/schema`)).json() as { columns: { name: string }[]; key: string[] };
    const [heading] = parse(await (await get(`${name}.csv`)).text(), { to: 1 }) as string[][];
    expect(heading).toEqual(columns.map((one) => one.name));
    expect(keyed).toEqual(['id']);
    const json = await (await get(`${name}.json`)).json() as Row[];
    expect(json.every((row) => JSON.stringify(Object.keys(row)) === JSON.stringify(heading))).toBe(true);
    const lines = (await (await get(`${name}.ndjson`)).text()).split('\n');
    expect([lines.length - 1, lines.at(-1)]).toEqual([json.length, '']);
  }
});

test('the rows are those of the list, each once, narrowed by its arguments; the same columns on none', async () => {
  const { totalCount } = (await admin.ask('{ customers { totalCount } }')).body.data!['customers'] as { totalCount: number };
  const all = await table('customers.v1.csv');
  expect([all.length, new Set(all.map(({ id }) => id)).size]).toEqual([totalCount, totalCount]);
  const rule = encodeURIComponent(JSON.stringify({ fact: 'tags', is: 'contains', value: 'par' }));
  const even = await table(`customers.v1.csv?rule=${rule}&orderBy=${encodeURIComponent('{"by":"name","descending":true}')}`);
  expect([even.length, even[0]!['name'], even[0]!['tags'], even[0]!['kind']]).toEqual([65, 'Bodega 128', 'par; tinto', 'ORGANISATION']);
  expect(parse(await (await get('customers.v1.csv?search=nobodyatall')).text())).toEqual([Object.keys(all[0]!)]);
  expect(await (await get('customers.v1.json?search=nobodyatall')).json()).toEqual([]);
  expect(await (await get('customers.v1.ndjson?search=nobodyatall')).text()).toBe('');
});

test('a tool that asks for everything at once gets everything', async () => {
  const names = ['customers', 'contacts', 'leads', 'opportunities', 'orders', 'products', 'activities'];
  const answers = await Promise.all(names.map((name) => get(`${name}.v1.csv`)));
  expect(answers.map(({ status }) => status)).toEqual(names.map(() => 200));
  expect((await Promise.all(answers.map((answer) => answer.text()))).every((text) => text.startsWith('id,'))).toBe(true);
});

test('what is wrong is told before a byte leaves', async () => {
  for (const [path, status, code] of [
    ['customers.v2.csv', 404, 'NOT_FOUND'], ['customers.csv', 404, 'NOT_FOUND'], ['customers.v1.xlsx', 404, 'NOT_FOUND'], ['nothing.v1/schema', 404, 'NOT_FOUND'], ['constructor.v1.csv', 404, 'NOT_FOUND'],
    ['customers.v1.toString', 404, 'NOT_FOUND'], ['customers.v1.csv?nonsense=1', 400, 'BAD_USER_INPUT'], ['customers.v1.csv?rule=x', 400, 'BAD_USER_INPUT'],
    ['customers.v1.csv?search=a&search=b', 400, 'BAD_USER_INPUT'], ['customers.v1.csv?dialect=lotus', 400, 'BAD_USER_INPUT'], ['customers.v1.csv?first=1', 400, 'BAD_USER_INPUT'],
  ] as const) {
    const answer = await get(path);
    expect([path, answer.status, ((await answer.json()) as { errors: { extensions: { code: string } }[] }).errors[0]!.extensions.code]).toEqual([path, status, code]);
  }
  const head = await fetch(`${server.url}/bi/v1/customers.v1.csv`, { method: 'HEAD', headers: { authorization: `Bearer ${key}` } });
  expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([200, 'text/csv; charset=utf-8; header=present', '']);
  const wrongRule = await get(`customers.v1.csv?rule=${encodeURIComponent('{"fact":"nothing","is":"eq","value":1}')}`);
  expect(wrongRule.status).toBe(400);
  expect((await fetch(`${server.url}/bi/v1/customers.v1.csv`, { method: 'POST', headers: { authorization: `Bearer ${key}` } })).status).toBe(404);
});

test('merged customers are one here, with what either bought; taken apart they are two again', async () => {
  const [alba, boreal] = [await make('Alba Fusion', { contactPoints: [{ kind: 'EMAIL', value: 'alba@fusion.example' }] }), await make('Boreal Fusion')];
  const orders = [await order(alba.id, '10.10'), await order(boreal.id, '20.25')];
  const seen = async () => ({
    customers: (await table('customers.v1.csv?search=Fusion')).map(({ id, orders_count, revenue_total }) => [id, orders_count, revenue_total]).toSorted(),
    orders: new Map((await table('orders.v1.csv')).filter(({ id }) => orders.includes(id!)).map((row) => [row['id'], row['customer_id']])),
  });
  const apart = { customers: [[alba.id, '1', '30.30'], [boreal.id, '1', '60.75']].toSorted(), orders: new Map([[orders[0], alba.id], [orders[1], boreal.id]]) };
  expect(await seen()).toEqual(apart);
  const { customer: one } = await mutate<{ customer: { version: number } }>('mergeCustomers', { survivorId: alba.id, expectedVersion: alba.version, others: [{ id: boreal.id, expectedVersion: boreal.version }], choices: [] }, 'customer { version }');
  expect(await seen()).toEqual({ customers: [[alba.id, '2', '91.05']], orders: new Map(orders.map((id) => [id, alba.id])) });
  const of = async (path: string) => (await (await get(path)).json() as { amount: string; amount_currency: string; revenue_total: string }[]);
  expect((await of(`orders.v1.json?customerId=${boreal.id}`)).map(({ amount, amount_currency }) => [amount, amount_currency]).toSorted()).toEqual([['30.30', 'EUR'], ['60.75', 'EUR']]);
  await mutate('unmergeCustomers', { id: alba.id, expectedVersion: one.version, mergedIds: [boreal.id] }, 'customer { id }');
  expect(await seen()).toEqual(apart);
});

test('nobody reads by a key what he is not shown: another\'s partner, what is personal, what he has no right to', async () => {
  const [analyst, seller, warehouse] = [await keyOf('Ana', 'analyst'), await keyOf('Sam', 'sales'), await keyOf('Wes', 'warehouse')];
  const [hers] = await table('customers.v1.csv?search=Alba Fusion', analyst);
  expect([hers!['name'], hers!['email'], (await table('customers.v1.csv?search=Alba Fusion'))[0]!['email']]).toEqual(['Alba Fusion', '', 'alba@fusion.example']);
  expect(await table('customers.v1.csv', seller)).toEqual([]);
  expect(await table('orders.v1.csv', seller)).toEqual([]);
  expect((await get('leads.v1.csv', warehouse)).status).toBe(404);
  expect((await table('orders.v1.csv', warehouse)).every(({ amount }) => amount === '')).toBe(true);
  await rowsOf(server.database.em.fork(), sql`update app_user set active = false where email = 'ana@bi.example'`);
  expect((await get('customers.v1.csv', analyst)).status).toBe(401);
});

test('the company\'s own fields come after what was published, by codes and ids; a number is a number, money a text', async () => {
  const field = (input: object) => mutate('createCustomField', { entity: 'CUSTOMER', ...input }, 'customField { name }');
  const label = (text: string) => ({ en: text, es: text });
  await field({ name: 'litres', type: 'NUMBER', label: label('Litres'), decimals: 1 });
  await field({ name: 'budget', type: 'MONEY', label: label('Budget') });
  await field({ name: 'grapes', type: 'CHOICES', label: label('Grapes'), options: [{ value: 'MENCIA', label: label('Mencía') }, { value: 'GODELLO', label: label('Godello') }] });
  await field({ name: 'parent', type: 'CUSTOMER', label: label('Parent') });
  const parent = await make('Casa Madre');
  await make('Own fields', { custom: [
    { name: 'litres', number: '12.5' }, { name: 'budget', money: '99.90' }, { name: 'grapes', options: ['MENCIA', 'GODELLO'] }, { name: 'parent', customerId: parent.id },
  ] });
  const text = await (await get('customers.v1.json?search=Own fields')).text();
  expect(text).toContain(`"updated_at":`);
  expect(text).toMatch(/"custom_litres":12\.5,"custom_budget":"99\.90","custom_budget_currency":"EUR","custom_grapes":"MENCIA; GODELLO","custom_parent":"[0-9a-f-]{36}"/);
});

test('a formula is text, a telephone a telephone; Excel gets the mark by which it knows UTF-8', async () => {
  await make('=HYPERLINK("http://x")', { contactPoints: [{ kind: 'MOBILE', value: '612345678' }] });
  const [row] = await table('customers.v1.csv?search=HYPERLINK');
  expect(row).toMatchObject({ name: '\'=HYPERLINK("http://x")', phone: '612345678' });
  const bytes = async (path: string) => [...new Uint8Array(await (await get(path)).arrayBuffer())].slice(0, 3);
  expect([await bytes('customers.v1.csv'), await bytes('customers.v1.csv?dialect=excel')]).toEqual([[...Buffer.from('id,')], [0xef, 0xbb, 0xbf]]);
});

test('a role that is asked for a second factor shuts the keys of who has none, and says what to do', async () => {
  const demand = async (roles: string[]) => {
    const { company } = (await admin.ask('{ company { version } }')).body.data as { company: { version: number } };
    await mutate('demandTwoFactor', { roles, expectedVersion: company.version }, 'demand { roles }');
  };
  const hers = await keyOf('Nadia', 'analyst');
  await demand(['analyst']);
  const answer = await get('catalog', hers);
  expect([answer.status, (await answer.json() as { errors: { message: string }[] }).errors[0]!.message]).toEqual([403, expect.stringContaining('set up a second factor')]);
  await demand([]);
  expect((await get('catalog', hers)).status).toBe(200);
});

test('who read what by which key is in the audit, and a key that was taken back opens nothing', async () => {
  const { id, text } = await makeKey(admin, 'Grafana');
  expect((await get('products.v1.json', `Bearer ${text}`)).status).toBe(200);
  expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(/door="bi",status="200"/);
  const trail = async (type: string) => (await admin.ask(`{ auditTrail(types: ["${type}"], first: 5) { edges { node { type channel payload } } } }`)).body.data!['auditTrail'] as { edges: { node: { channel: string; payload: object } }[] };
  expect((await trail('listExported')).edges[0]!.node).toMatchObject({ channel: 'API', payload: { list: 'products', format: 'json', operation: 'products.v1', accessKeyId: id } });
  const { accessKey } = (await admin.ask('mutation($id: ID!) { revokeAccessKey(id: $id) { accessKey { state lastUsedAt } refusal { code } } }', { body: { variables: { id } } })).body.data!['revokeAccessKey'] as { accessKey: object };
  expect(accessKey).toEqual({ state: 'REVOKED', lastUsedAt: expect.any(String) });
  expect((await get('products.v1.json', `Bearer ${text}`)).status).toBe(401);
});
