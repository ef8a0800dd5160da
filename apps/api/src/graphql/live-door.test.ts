import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId, rowsOf } from '@orbita/database/connection';
import { type Database, openDatabase } from '@orbita/database/database';
import { appendEvents } from '@orbita/database/timeline';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { createClient } from 'graphql-ws';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { openMetrics, silentLog } from '#http';
import { createLivePubSub, startRelay } from '#live';
import { openSessions } from '#sessions';
import { type Person, signIn, startTestServer, type TestServer } from '../testing/index.ts';
import { contextMaker } from './context.ts';
import { openLiveDoor } from './live-door.ts';
import { safelist } from './bounds/safelist.ts';

let server: TestServer;
let admin: Person;
let door: Door;
beforeAll(async () => {
  server = await startTestServer();
  admin = await signIn(server.url);
  door = await openDoor(server.database);
});
afterAll(async () => {
  await door.close();
  await server.close();
});

interface Door { readonly url: string; readonly listeners: () => number; close(): Promise<void> }

/** The live door with one subscription of its own, over the real sessions and the real outbox. */
async function openDoor(database: Database): Promise<Door> {
  const pubSub = createLivePubSub();
  const schema: GraphQLSchema = buildSchema('type Query { a: Int } type Subscription { changed(id: ID!): Int! broken: Int! }');
  const fields = schema.getSubscriptionType()!.getFields();
  fields['changed']!.subscribe = (_root: unknown, { id }: { id: string }) => pubSub.subscribe(`customer:${id}`);
  fields['changed']!.resolve = (event: unknown) => (event as { eventNo: number }).eventNo;
  fields['broken']!.subscribe = () => { throw new Error('password of the database is 1234'); };
  const http = createServer().listen(0);
  await once(http, 'listening');
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const sessions = await openSessions(database, { publicUrl: new URL(server.url), trustedOrigins: [], onProblem: () => undefined });
  const relay = await startRelay(database, pubSub, { onProblem: () => undefined });
  const live = openLiveDoor({
    server: http, schema, sessions, contextOf: contextMaker(database, pubSub as never), documentOf: safelist(new Map(), 'off'),
    trustedOrigins: [], log: silentLog, metrics: openMetrics(),
  });
  return {
    url: url.replace('http', 'ws'), listeners: () => pubSub.listeners,
    close: async () => {
      await live.close();
      await relay.close();
      await sessions.close();
      http.close();
    },
  };
}

function connect(url: string, headers: Record<string, string>) {
  const closed: { code: number }[] = [];
  const client = createClient({
    url: `${url}/graphql`, retryAttempts: 0, onNonLazyError: () => undefined, lazy: true,
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string) { super(address, protocols, { headers }); }
    },
    on: { closed: (event) => closed.push(event as { code: number }) },
  });
  return { client, closed };
}

const write = (customerId: string, payload: Record<string, unknown> = {}) => server.database.em.fork().transactional((em) => appendEvents(
  em as Database['em'], [{ customerId, type: 'tagged', occurredAt: new Date(), payload }], { kind: 'SYSTEM', id: null, channel: 'JOB' }, new Date(),
));
const subscribe = (id: string) => `subscription { changed(id: "${id}") }`;

test('a change is heard by who is signed in, and by nobody else', async () => {
  const id = newId();
  const { client } = connect(door.url, { cookie: admin.cookie });
  const heard = client.iterate({ query: subscribe(id) });
  const first = heard.next();
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  await write(id);
  expect((await first).value).toMatchObject({ data: { changed: 1 }, extensions: { requestId: expect.any(String) } });
  await client.dispose();
  const stranger = connect(door.url, {});
  await expect(stranger.client.iterate({ query: subscribe(id) }).next()).rejects.toMatchObject({ code: 4403 });
});

test('whoever leaves is gone at once, also while nothing happens', async () => {
  const { client } = connect(door.url, { cookie: admin.cookie });
  const { client: other } = connect(door.url, { cookie: admin.cookie });
  const heard = [client, client, other].map((each) => each.iterate({ query: subscribe(newId()) }));
  for (const one of heard) void one.next().catch(() => undefined);
  await expect.poll(door.listeners).toBe(3);
  await heard[0]!.return?.();
  await expect.poll(door.listeners).toBe(2);
  await client.dispose();
  await expect.poll(door.listeners).toBe(1);
  await other.dispose();
  await expect.poll(door.listeners).toBe(0);
});

test('the real server tells a person what comes into his inbox', async () => {
  const { data } = (await admin.ask('{ me { userId } }')).body;
  const { userId } = (data as { me: { userId: string } }).me;
  const { client } = connect(server.url.replace('http', 'ws'), { cookie: admin.cookie });
  const heard = client.iterate({ query: 'subscription { inboxChanged { unreadCount } }' }).next();
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  await write(newId(), { assigneeId: userId });
  expect((await heard).value).toMatchObject({ data: { inboxChanged: { unreadCount: 0 } } });
  await client.dispose();
});

test('a page of another site gets no connection with our cookie', async () => {
  const socket = new WebSocket(`${door.url}/graphql`, 'graphql-transport-ws', { headers: { cookie: admin.cookie, origin: 'https://evil.example' } });
  const [error] = (await once(socket, 'error')) as [Error];
  expect(error.message).toContain('401');
});

test('the limits hold here as well, only subscriptions come this way, and faults are masked', async () => {
  const { client } = connect(door.url, { cookie: admin.cookie });
  const refused = async (query: string) => JSON.stringify(await client.iterate({ query }).next().catch((error: unknown) => error));
  expect(await refused(`subscription { ${'__typename '.repeat(300)} }`)).toContain('TOO_COMPLEX');
  expect(await refused('{ a }')).toContain('BAD_REQUEST');
  const fault = await refused('subscription { broken }');
  expect(fault).toContain('INTERNAL');
  expect(fault).not.toContain('1234');
  await client.dispose();
});

test('a revoked session loses its connection', async () => {
  const gone = await signIn(server.url);
  const { client, closed } = connect(door.url, { cookie: gone.cookie });
  const heard = client.iterate({ query: subscribe(newId()) }).next().catch((error: unknown) => error);
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  await gone.post('/api/auth/sign-out');
  await heard;
  expect(closed[0]?.code).toBe(4403);
});

test.runIf(process.env['TEST_DATABASE_URL'])('what one process writes is heard at another', async () => {
  const other = await openDatabase({ url: server.database.url! });
  const there = await openDoor(other);
  const id = newId();
  const { client } = connect(there.url, { cookie: admin.cookie });
  const heard = client.iterate({ query: subscribe(id) }).next();
  await new Promise((resolve) => { setTimeout(resolve, 300); });
  await write(id);
  expect((await heard).value).toMatchObject({ data: { changed: 1 } });
  await client.dispose();
  await there.close();
  await other.close();
  expect(await rowsOf(server.database.em.fork(), sql`select 1 as one`)).toHaveLength(1);
});
