import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Em, rowsOf } from '@orbita/database/connection';
import { sql } from 'kysely';
import { runCommand, type Told } from '#commands';
import type { SingleSignOn } from '#sessions';
import { Browser, type Claims, freePort, type IdentityProvider, password, startIdentityProvider, startTestServer, type TestServer } from '../../testing/index.ts';
import { createUser } from '../create-user.ts';
import { whenReachable } from './single-sign-on.ts';

const people: Record<string, Claims> = {
  ana: { email: 'ana@x.example', email_verified: true, name: 'Ana at the provider' },
  unverified: { email: 'boss@x.example', email_verified: false, name: 'Mallory' },
  silent: { email: 'boss@x.example', name: 'Mallory' },
  stranger: { email: 'stranger@x.example', email_verified: true, name: 'Sam' },
  invited: { email: 'Invited@x.example', email_verified: true, name: 'Iris Gil' },
  outside: { email: 'boss@elsewhere.example', email_verified: true },
  gone: { email: 'gone@x.example', email_verified: true },
};
let port: number;
let provider: IdentityProvider;
let server: TestServer;
const run = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(server.database.em.fork() as Em, query);
const settings = (more: Partial<SingleSignOn> = {}): SingleSignOn =>
  ({ issuer: new URL(provider.issuer), clientId: 'orbita', clientSecret: 'a secret between two', name: 'Acme', domains: [], defaultRole: undefined, only: false, ...more });

/** Starts on the same port each time, on the database that is there. */
async function open(more: Partial<SingleSignOn> = {}): Promise<void> {
  server = await startTestServer({ port, signOn: settings(more) });
  for (const [email, role] of [['ana@x.example', 'sales'], ['boss@x.example', 'manager'], ['gone@x.example', 'sales']] as const) {
    await createUser(server.database.em, { name: 'Known', email, password, role }, 'COMMAND_LINE', new Date());
  }
}

beforeAll(async () => {
  port = await freePort();
  provider = await startIdentityProvider({ backTo: `http://localhost:${port}/api/auth/callback/oidc`, people });
});
afterEach(() => server.close());
afterAll(() => provider.close());

/** From the button to where one ends up. */
async function enter(login: string, browser = new Browser(server.url)) {
  const begun = await browser.json<{ url: string }>('/api/auth/sign-in/social', { provider: 'oidc', callbackURL: '/customers', errorCallbackURL: '/sign-in' });
  const back = await provider.signIn(begun.url, login);
  const answer = await browser.send(back, { method: 'GET' });
  return { browser, begun, back, location: answer.headers.get('location'), status: answer.status };
}

test('whoever the provider vouches for comes in as the person with his address, by code, PKCE, state and nonce', async () => {
  await open();
  expect(await (await fetch(`${server.url}/api/auth/door`)).json()).toEqual({ singleSignOn: { name: 'Acme' }, passwords: true });
  const { browser, begun, location } = await enter('ana');
  const asked = new URL(begun.url).searchParams;
  expect([asked.get('response_type'), asked.get('code_challenge_method'), asked.get('scope')]).toEqual(['code', 'S256', 'openid email profile']);
  for (const name of ['state', 'nonce', 'code_challenge']) expect([name, (asked.get(name) ?? '').length >= 32]).toEqual([name, true]);
  expect(location).toBe('/customers');
  expect((await browser.ask('{ me { name email role } }')).data.me).toEqual({ name: 'Known', email: 'ana@x.example', role: 'sales' });
  const accounts = await run(sql<Record<string, unknown>>`select provider_id, account_id, access_token, refresh_token, id_token from auth_account where provider_id = 'oidc'`);
  expect(accounts).toEqual([{ provider_id: 'oidc', account_id: 'ana', access_token: null, refresh_token: null, id_token: null }]);
  // Another address at the provider is the same person still.
  people['ana'] = { ...people['ana'], email: 'ana.new@x.example' };
  const again = await enter('ana');
  people['ana'] = { ...people['ana'], email: 'ana@x.example' };
  expect((await again.browser.ask('{ me { email } }')).data.me).toEqual({ email: 'ana@x.example' });
  expect(await run(sql`select from timeline_event where type = 'singleSignOnLinked'`)).toHaveLength(1);
});

test('an answer brought by another browser, or twice, lets nobody in', async () => {
  await open();
  const { back, browser } = await enter('ana');
  const other = new Browser(server.url);
  expect((await other.send(back, { method: 'GET' })).headers.get('location')).toContain('error=');
  expect((await other.ask('{ me { email } }')).status).toBe(401);
  await browser.send('/api/auth/sign-out');
  expect((await browser.send(back, { method: 'GET' })).headers.get('location')).toContain('error=');
  expect((await browser.ask('{ me { email } }')).status).toBe(401);
});

test('an address that the provider has not verified is nobody, whoever has it here', async () => {
  await open();
  for (const login of ['unverified', 'silent']) {
    const { browser, location } = await enter(login);
    expect(location).toBe('/sign-in?error=account_not_linked');
    expect((await browser.ask('{ me { email } }')).status).toBe(401);
  }
  expect(await run(sql`select from auth_account where provider_id = 'oidc'`)).toEqual([]);
});

test('strangers stay outside, the invited come in as what the invitation says, the inactive do not', async () => {
  await open();
  expect((await enter('stranger')).location).toBe('/sign-in?error=signup_disabled');
  const admin = new Browser(server.url);
  await admin.send('/api/auth/sign-in/email', { body: { email: 'admin@example.com', password } });
  await admin.ask('mutation { inviteUsers(input: { emails: ["invited@x.example"], role: finance }) { refusal { code } } }');
  const { browser } = await enter('invited');
  expect((await browser.ask('{ me { name email role } }')).data.me).toEqual({ name: 'Iris Gil', email: 'invited@x.example', role: 'finance' });
  expect((await admin.ask('{ invitations { id } }')).data.invitations).toEqual([]);
  await run(sql`update app_user set active = false where email = 'gone@x.example'`);
  const gone = await enter('gone');
  expect(gone.location).toContain('/sign-in?error=ACCOUNT_INACTIVE');
  expect((await gone.browser.ask('{ me { email } }')).status).toBe(401);
});

test('with a default role people of the domains come in, others do not; nobody from outside them is linked', async () => {
  await open({ domains: ['x.example'], defaultRole: 'analyst' });
  const { browser } = await enter('stranger');
  expect((await browser.ask('{ me { name role } }')).data.me).toEqual({ name: 'Sam', role: 'analyst' });
  await createUser(server.database.em, { name: 'Elsewhere', email: 'boss@elsewhere.example', password, role: 'manager' }, 'COMMAND_LINE', new Date());
  expect((await enter('outside')).location).toContain('error=domain_not_allowed');
});

test('the provider answers for the second factor: a session from there is not asked for one', async () => {
  await open();
  await run(sql`update company set two_factor_roles = '{sales}'`);
  const { browser } = await enter('ana');
  expect((await browser.ask('{ me { role } }')).status).toBe(200);
  const byPassword = new Browser(server.url);
  await byPassword.send('/api/auth/sign-in/email', { body: { email: 'ana@x.example', password } });
  expect((await byPassword.ask('{ me { role } }')).status).toBe(403);
});

test('a token handed in without the provider is refused', async () => {
  await open();
  const answer = await new Browser(server.url).send('/api/auth/sign-in/social', { body: { provider: 'oidc', idToken: { token: 'x.y.z' } } });
  expect(answer.status).toBe(400);
});

test('alone, it closes the door of passwords, and the command line lets an administrator in once', async () => {
  await open({ only: true });
  expect(await (await fetch(`${server.url}/api/auth/door`)).json()).toEqual({ singleSignOn: { name: 'Acme' }, passwords: false });
  for (const path of ['sign-in/email', 'request-password-reset']) {
    expect((await new Browser(server.url).send(`/api/auth/${path}`, { body: { email: 'admin@example.com', password } })).status).toBe(404);
  }
  expect((await (await enter('ana')).browser.ask('{ me { role } }')).status).toBe(200);
  const command = async (email: string) => {
    const lines: Told[] = [];
    await runCommand(server.database, 'user-let-in', { email, url: 'http://localhost:1' }, (line) => lines.push(line));
    return JSON.stringify(lines);
  };
  expect(await command('ana@x.example')).toContain('There is no active administrator');
  const token = /letIn=([\w-]+)/.exec(await command('admin@example.com'))![1]!;
  expect(JSON.stringify(await run(sql`select * from auth_verification`))).not.toContain(token);
  const browser = new Browser(server.url);
  expect((await browser.send('/api/auth/let-in', { body: { token } })).status).toBe(200);
  expect((await browser.ask('{ me { role } }')).data.me.role).toBe('administrator');
  expect((await new Browser(server.url).send('/api/auth/let-in', { body: { token } })).status).toBe(400);
  const late = /letIn=([\w-]+)/.exec(await command('admin@example.com'))![1]!;
  await run(sql`update auth_verification set expires_at = now() - interval '1 second' where identifier like 'let-in:%'`);
  expect((await new Browser(server.url).send('/api/auth/let-in', { body: { token: late } })).status).toBe(400);
});

test('one that cannot be reached lets the server start, and is there as soon as it answers', async () => {
  const later = await freePort();
  const issuer = new URL(`http://127.0.0.1:${later}`);
  server = await startTestServer({ signOn: settings({ issuer }) });
  expect((await new Browser(server.url).send('/api/auth/sign-in/social', { body: { provider: 'oidc' } })).status).toBe(404);
  expect(await (await fetch(`${server.url}/readyz`)).json()).toMatchObject({ status: 'ready' });

  const problems: string[] = [];
  let found: unknown;
  const stop = await whenReachable(settings({ issuer }), { onProblem: (problem) => problems.push(problem), everyMs: 20 }, (one) => { found = one; });
  await new Promise((done) => { setTimeout(done, 100); });
  const back = await startIdentityProvider({ backTo: 'http://localhost:1', people: {}, port: later });
  await vi.waitFor(() => expect(found).toMatchObject({ token_endpoint: `${issuer.origin}/token` }), 5_000);
  stop();
  back.close();
  expect(problems).toEqual([expect.stringMatching(/does not answer; it is asked again/)]);
});

test('one that comes up half is asked on, and nobody asks when the server has stopped', async () => {
  server = await startTestServer();
  const answers: (() => Response)[] = [() => Response.json({}, { status: 503 }), () => new Response('not yet', { status: 404 }), () => Response.json({ issuer: 'http://elsewhere' })];
  let asked = 0;
  const gateway = createServer((_, response) => {
    const answer = answers[asked] ?? (() => Response.json({ issuer, authorization_endpoint: `${issuer}/a`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/k` }));
    asked += 1;
    response.statusCode = answer().status;
    void answer().text().then((text) => response.end(text));
  });
  await new Promise<void>((done) => { gateway.listen(0, '127.0.0.1', done); });
  const issuer = `http://127.0.0.1:${(gateway.address() as AddressInfo).port}`;
  const problems: string[] = [];
  let found: unknown;
  const ask = () => whenReachable(settings({ issuer: new URL(issuer) }), { onProblem: (problem) => problems.push(problem), everyMs: 20 }, (one) => { found = one; });
  await ask();
  await vi.waitFor(() => expect(found).toMatchObject({ token_endpoint: `${issuer}/token` }), 5_000);
  expect(problems).toEqual([expect.stringMatching(/does not answer/), expect.stringMatching(/answers 404/), expect.stringMatching(/describes no OpenID provider/)]);

  [asked, found] = [0, undefined];
  const stop = await ask();
  await vi.waitFor(() => expect(asked).toBe(2), { interval: 1, timeout: 5_000 });
  stop();
  await new Promise((done) => { setTimeout(done, 150); });
  expect([asked, found]).toEqual([2, undefined]);
  gateway.close();
});

test('without it there is no such door; one that is wrongly described stops the start', async () => {
  server = await startTestServer();
  expect((await new Browser(server.url).send('/api/auth/sign-in/social', { body: { provider: 'oidc' } })).status).toBe(404);
  expect(await (await fetch(`${server.url}/api/auth/door`)).json()).toEqual({ singleSignOn: null, passwords: true });
  await expect(startTestServer({ signOn: settings({ issuer: new URL(`${provider.issuer}/else`) }) })).rejects.toThrow(/Single sign-on: .* answers 404\. Check ORBITA_OIDC_ISSUER\./);
});
