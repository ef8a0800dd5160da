import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bombs, type Person, signIn, startTestServer, throwBomb, type TestServer } from '../testing/index.ts';

let server: TestServer;
let admin: Person;
beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server.url);
});
afterAll(() => server.close());

async function asOwner(statement: string): Promise<void> {
  const { pglite, url } = server.database;
  if (pglite) return void (await pglite.exec(`reset role; ${statement}; set role orbita_app`));
  const client = new pg.Client({ connectionString: url! });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

test('nobody asks anything without signing in, not even for the schema', async () => {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ __schema { types { name } } }"}',
  });
  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED', requestId: expect.any(String) } }] });
  expect((await admin.ask('{ __schema { queryType { name } } }')).status).toBe(200);
});

test('a request keeps its id from the caller to the answer', async () => {
  const { body } = await admin.ask('{ me { userId } }', { headers: { 'x-request-id': 'trace-12345678' } });
  expect(body.extensions).toEqual({ requestId: 'trace-12345678' });
});

test('what another site can make a browser send is refused', async () => {
  const get = await fetch(`${server.url}/graphql?query=${encodeURIComponent('{ me { userId } }')}`, { headers: { cookie: admin.cookie } });
  expect([get.status, await get.json()]).toMatchObject([400, { errors: [{ extensions: { code: 'BAD_REQUEST', requestId: expect.any(String) } }] }]);
  const plain = await fetch(`${server.url}/graphql`, {
    method: 'POST', headers: { cookie: admin.cookie, 'content-type': 'text/plain' }, body: '{"query":"{ me { userId } }"}',
  });
  expect(plain.status).toBe(400);
});

test.each(Object.entries(bombs))('a bomb of %s is refused in under 100 ms', async (_name, bomb) => {
  const { status, milliseconds, allowed } = await throwBomb(server.url, admin.cookie, bomb);
  expect([status >= 400 && status < 500, milliseconds < allowed]).toEqual([true, true]);
});

test('in production a browser runs the operations of the app by their hash, and no others', async () => {
  const root = mkdtempSync(join(tmpdir(), 'orbita-web-'));
  const document = '{ me { role } }';
  const hash = createHash('sha256').update(document).digest('hex');
  mkdirSync(join(root, 'apps/web/src/gql'), { recursive: true });
  writeFileSync(join(root, 'apps/web/src/gql/persisted-documents.json'), JSON.stringify({ [hash]: document }));
  const strict = await startTestServer({ production: true }, { root });
  const person = await signIn(strict.url);
  const known = await person.post('/graphql', { documentId: `sha256:${hash}` });
  expect(await known.json()).toMatchObject({ data: { me: { role: 'administrator' } } });
  expect((await person.ask('{ me { userId } }')).body.errors?.[0]?.extensions.code).toBe('OPERATION_NOT_SAFELISTED');
  const get = (search: Record<string, string> | string[][]) => fetch(`${strict.url}/graphql?${new URLSearchParams(search)}`, { headers: { cookie: person.cookie, 'apollo-require-preflight': '1' } });
  const byHash = await get({ documentId: `sha256:${hash}`, extensions: '{}' });
  expect([byHash.status, await byHash.json()]).toMatchObject([200, { data: { me: { role: 'administrator' } } }]);
  for (const search of [[['query', document], ['query', '{ me { userId } }']], [['documentId', 'x'], ['query', '{ me { userId } }']]]) {
    expect((await get(search)).status).toBeGreaterThanOrEqual(400);
  }
  expect(await (await get({ query: '{ me { userId } }' })).json()).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_NOT_SAFELISTED' } }] });
  await strict.close();
});

test('an address is bound as a body is', async () => {
  const get = (query: string) => fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`, { headers: { cookie: admin.cookie, 'apollo-require-preflight': '1' } });
  expect(await (await get('{ me { role } }')).json()).toMatchObject({ data: { me: { role: 'administrator' } } });
  const aliases = Array.from({ length: 40 }, (_, place) => `a${place}: me { userId }`).join(' ');
  const directives = `{ me { userId ${'@include(if: true) '.repeat(60)} } }`;
  for (const query of [`{ ${aliases} }`, directives]) expect(await (await get(query)).json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_COMPLEX' } }] });
});

test.each(['{}', '[{ "query": "{ me { userId } }" }]', '{ "query": 5 }', '{ "extensions": null }'])('%s is told what is expected', async (body) => {
  const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers: { cookie: admin.cookie, 'content-type': 'application/json' }, body });
  expect([answer.status, await answer.json()]).toMatchObject([400, { errors: [{ message: expect.stringContaining('one JSON object'), extensions: { code: 'BAD_REQUEST' } }] }]);
});

test('a mistake of the caller is explained; a fault of ours is a number', async () => {
  const wrong = await admin.ask('{ nothing }');
  expect([wrong.status, wrong.body.errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  await asOwner('alter table company rename to company_away');
  await new Promise((resolve) => { setTimeout(resolve, 1100); });
  const fault = await admin.ask('{ me { userId } }');
  await asOwner('alter table company_away rename to company');
  expect(fault.status).toBe(500);
  expect(JSON.stringify(fault.body)).not.toMatch(/relation|company|select/);
  expect(fault.body.errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL', requestId: expect.any(String) });
});

test('a variable that is not of its type is a mistake of the caller, not a fault of ours', async () => {
  const create = 'mutation($input: CreateSegmentInput!) { createSegment(input: $input) { refusal { code } } }';
  for (const input of [undefined, null, 5, {}, { name: 'All', ownerId: '01900000-0000-7000-8000-000000000000' }, { name: ['All', 'None'] }]) {
    const { status, body } = await admin.ask(create, { body: { variables: { input } } });
    expect([input, status, body.errors?.[0]?.extensions]).toMatchObject([input, 400, { code: 'BAD_USER_INPUT', requestId: expect.any(String) }]);
  }
  const cycles = '{ customer(id: "01900000-0000-7000-8000-000000000000") { cycles(first: 101) { totalCount } } }';
  expect(await admin.ask(cycles)).toMatchObject({ status: 400, body: { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] } });
});

test('what is no text is told as a mistake, wherever it stands', async () => {
  const search = 'query($search: String) { customers(search: $search) { totalCount } }';
  const code = ({ status, body }: Awaited<ReturnType<Person['ask']>>) => [status, body.errors?.[0]?.extensions];
  for (const bad of ['a\0b', '\uD800']) {
    expect(code(await admin.ask(search, { body: { variables: { search: bad } } }))).toMatchObject([400, { code: 'BAD_USER_INPUT', field: 'search' }]);
  }
  expect(code(await admin.ask(String.raw`{ customers(search: "\u0000") { totalCount } }`))).toMatchObject([400, { code: 'BAD_USER_INPUT' }]);
  const key = 'mutation($key: String, $input: CaptureLeadInput!) { captureLead(input: $input, idempotencyKey: $key) { refusal { code } } }';
  const input = { channel: 'FAIR', who: { name: 'Ana' } };
  expect(code(await admin.ask(key, { body: { variables: { key: '\0', input } } }))).toMatchObject([400, { code: 'BAD_USER_INPUT', field: 'key' }]);
  const after = Buffer.from(JSON.stringify(['\0', '\uD800'])).toString('base64url');
  expect(code(await admin.ask('query($after: String) { customers(after: $after) { totalCount edges { node { id } } } }', { body: { variables: { after } } }))).toMatchObject([200, { code: 'BAD_USER_INPUT' }]);
  expect((await admin.ask(search, { body: { variables: { search: '😀' } } })).body.errors).toBeUndefined();
  for (const path of ['sign-in/email', 'revoke-session', 'change-password']) {
    const answer = await fetch(`${server.url}/api/auth/${path}`, {
      method: 'POST', body: JSON.stringify({ email: 'a\0@b.example', password: 'x\0', token: '\0', currentPassword: '\0', newPassword: 'a-long-enough-one' }),
      headers: { 'content-type': 'application/json', origin: server.url, cookie: admin.cookie },
    });
    expect([path, answer.status]).toEqual([path, 400]);
  }
});

test('a cursor whose value is not of its list is told as a mistake', async () => {
  const id = '01900000-0000-7000-8000-000000000000';
  const after = (value: string) => Buffer.from(JSON.stringify([value, id])).toString('base64url');
  for (const list of ['customers(orderBy: { by: "lastOrderAt" }, ', 'customers(orderBy: { by: "revenueTotal" }, ', 'orders(', 'activities(', 'leads(']) {
    for (const value of ['nonsense', '2026-02-30', '1e400']) {
      const { body } = await admin.ask(`query($after: String) { ${list}after: $after) { edges { node { id } } } }`, { body: { variables: { after: after(value) } } });
      expect([list, value, body.errors?.[0]?.extensions['code']]).toEqual([list, value, 'BAD_USER_INPUT']);
    }
  }
});

test('the web app, its policy and what is nowhere', async () => {
  const nowhere = await fetch(`${server.url}/api/nothing`, { headers: { accept: 'application/json' } });
  expect(nowhere.status).toBe(404);
  const policy = nowhere.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test('health, readiness and measurements', async () => {
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('orbita_graphql_operations_total');
  expect((await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(404);
});
