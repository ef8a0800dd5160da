import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Em, rowsOf } from '@orbita/database/connection';
import { sql } from 'kysely';
import { Browser, password, startTestServer, totpOf, type TestServer } from '../../testing/index.ts';
import { createUser } from '../create-user.ts';

let server: TestServer;
let admin: Browser;
const run = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(server.database.em.fork() as Em, query);
const enter = async (email: string) => {
  const browser = new Browser(server.url);
  const answer = await browser.send('/api/auth/sign-in/email', { body: { email, password } });
  return { browser, status: answer.status, body: await answer.json() as { twoFactorRedirect?: boolean; twoFactorMethods?: string[] } };
};
const person = (email: string, role: 'sales' | 'manager' = 'sales') => createUser(server.database.em, { name: 'Ana', email, password, role }, 'COMMAND_LINE', new Date());
const steps = (count: number): number => Date.now() + count * 30_000;
const forgetCounts = () => run(sql`delete from auth_rate_limit`);
const forgetCodes = () => run(sql`delete from auth_used_code`);
const settled = () => new Promise((resolve) => { setTimeout(resolve, 900); });
const told = async (type: string) => (await run(sql`select from timeline_event where type = ${type}`)).length;

interface Shown { totpURI: string; backupCodes: string[] }
interface Enabled extends Shown { spent: string }

/** Turns it on and answers what was shown, and the code that did it. */
async function turnOn(browser: Browser): Promise<Enabled> {
  const shown = await browser.json<Shown>('/api/auth/two-factor/enable', { password });
  const spent = totpOf(shown.totpURI, Date.now());
  expect((await browser.send('/api/auth/two-factor/verify-totp', { body: { code: spent } })).status).toBe(200);
  return { ...shown, spent };
}

beforeAll(async () => {
  server = await startTestServer();
  admin = (await enter('admin@example.com')).browser;
});
afterAll(() => server.close());
beforeEach(forgetCounts);

test('it is turned on with the password and a code, asked for at sign-in, and turned off with the password', async () => {
  await person('ana@x.example');
  const { browser } = await enter('ana@x.example');
  expect((await browser.send('/api/auth/two-factor/enable', { body: { password: 'a wrong one' } })).status).toBe(400);
  const { totpURI } = await turnOn(browser);
  expect(totpURI).toMatch(/^otpauth:\/\/totp\/Orbita:ana(@|%40)x\.example\?/);
  expect((await browser.ask('{ me { role } }')).data.me.role).toBe('sales');
  const again = await enter('ana@x.example');
  expect(again.body).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
  expect((await again.browser.ask('{ me { role } }')).status).toBe(401);
  expect((await again.browser.send('/api/auth/two-factor/verify-totp', { body: { code: '000000' } })).status).toBe(401);
  expect((await again.browser.send('/api/auth/two-factor/verify-totp', { body: { code: totpOf(totpURI, steps(1)) } })).status).toBe(200);
  expect((await again.browser.ask('{ me { role } }')).status).toBe(200);
  expect((await again.browser.send('/api/auth/two-factor/disable', { body: { password: 'a wrong one' } })).status).toBe(400);
  expect((await again.browser.send('/api/auth/two-factor/disable', { body: { password } })).status).toBe(200);
  expect((await enter('ana@x.example')).body.twoFactorRedirect).toBeUndefined();
  expect([await told('twoFactorEnabled'), await told('twoFactorDisabled')]).toEqual([1, 1]);
});

test('a code is taken once, also when it is brought twice at the same instant', async () => {
  await person('once@x.example');
  const { totpURI, spent } = await turnOn((await enter('once@x.example')).browser);
  const code = totpOf(totpURI, steps(1));
  const two = [(await enter('once@x.example')).browser, (await enter('once@x.example')).browser];
  const answers = await Promise.all(two.map((browser) => browser.send('/api/auth/two-factor/verify-totp', { body: { code } })));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  const third = (await enter('once@x.example')).browser;
  expect((await third.send('/api/auth/two-factor/verify-totp', { body: { code } })).status).toBe(401);
  // The code that turned it on is spent as well.
  expect((await third.send('/api/auth/two-factor/verify-totp', { body: { code: spent } })).status).toBe(401);
});

test('secret and recovery codes are kept encrypted; a recovery code lets in once, and new ones take the place of all', async () => {
  await person('lost@x.example');
  const { browser } = await enter('lost@x.example');
  const { totpURI, backupCodes } = await turnOn(browser);
  expect(backupCodes).toHaveLength(10);
  const kept = JSON.stringify(await run(sql`select * from auth_two_factor`));
  for (const secret of [new URL(totpURI).searchParams.get('secret')!, ...backupCodes]) expect(kept).not.toContain(secret);
  const use = async (code: string) => (await (await enter('lost@x.example')).browser.send('/api/auth/two-factor/verify-backup-code', { body: { code } })).status;
  expect([await use(backupCodes[0]!), await use(backupCodes[0]!), await use('aaaaa-aaaaa')]).toEqual([200, 401, 401]);
  const fresh = await browser.json<{ backupCodes: string[] }>('/api/auth/two-factor/generate-backup-codes', { password });
  expect([await use(backupCodes[1]!), await use(fresh.backupCodes[0]!)]).toEqual([401, 200]);
  expect([await told('recoveryCodeUsed'), await told('recoveryCodesMade')]).toEqual([2, 1]);
});

test('codes are guessed ten times in a row at most, over however many sign-ins', async () => {
  await person('guessed@x.example');
  const { totpURI } = await turnOn((await enter('guessed@x.example')).browser);
  const statuses: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    const { browser } = await enter('guessed@x.example');
    for (let at = 0; at < 5; at += 1) statuses.push((await browser.send('/api/auth/two-factor/verify-totp', { body: { code: `00000${round}${at}`.slice(-6) } })).status);
    await forgetCounts();
  }
  expect(statuses).toEqual(Array.from({ length: 10 }, () => 401));
  const { browser } = await enter('guessed@x.example');
  expect((await browser.send('/api/auth/two-factor/verify-totp', { body: { code: totpOf(totpURI, steps(1)) } })).status).toBe(429);
});

test('a device that is remembered is asked for no code for 30 days, any other is', async () => {
  await person('device@x.example');
  const { totpURI } = await turnOn((await enter('device@x.example')).browser);
  const { browser } = await enter('device@x.example');
  const answer = await browser.send('/api/auth/two-factor/verify-totp', { body: { code: totpOf(totpURI, steps(1)), trustDevice: true } });
  expect(answer.headers.getSetCookie().find((line) => line.includes('trust_device'))).toMatch(/Max-Age=2592000.*HttpOnly/);
  await browser.send('/api/auth/sign-out');
  const again = await browser.send('/api/auth/sign-in/email', { body: { email: 'device@x.example', password } });
  expect(await again.json()).not.toHaveProperty('twoFactorRedirect');
  expect((await enter('device@x.example')).body.twoFactorRedirect).toBe(true);
});

test('where it is demanded nothing answers before it is set up, neither here nor in a file; whoever has it goes on', async () => {
  await person('asked@x.example', 'manager');
  const { browser } = await enter('asked@x.example');
  expect((await browser.ask('{ me { role } }')).status).toBe(200);
  const { version } = (await admin.ask('{ company { version } }')).data.company;
  const demand = (expectedVersion: number, roles: string[]) => admin.ask('mutation ($input: DemandTwoFactorInput!) { demandTwoFactor(input: $input) { demand { roles version } refusal { code } } }', { input: { expectedVersion, roles } });
  expect((await demand(version, ['manager'])).data.demandTwoFactor).toEqual({ demand: { roles: ['manager'], version: version + 1 }, refusal: null });
  expect((await demand(version, [])).data.demandTwoFactor.refusal.code).toBe('STALE_VERSION');
  await settled();
  const refused = await browser.ask('{ me { role } }');
  expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([403, 'TWO_FACTOR_REQUIRED']);
  expect((await browser.send('/api/export/customers.csv', { method: 'GET' })).status).toBe(401);
  const session = async () => (await (await browser.send('/api/auth/get-session', { method: 'GET' })).json()) as { session: { id: string }; mustSetUpTwoFactor?: boolean };
  const { session: { id }, mustSetUpTwoFactor } = await session();
  expect(mustSetUpTwoFactor).toBe(true);
  expect(await run(sql`select from auth_session where id = ${id}::uuid`)).toHaveLength(1);
  const { totpURI } = await turnOn(browser);
  expect((await browser.ask('{ me { role } }')).status).toBe(200);
  expect((await session()).mustSetUpTwoFactor).toBeUndefined();
  // Turned off again, nothing answers again.
  await browser.send('/api/auth/two-factor/disable', { body: { password } });
  expect((await browser.ask('{ me { role } }')).status).toBe(403);
  expect(totpURI).toContain('otpauth');
  await demand(version + 1, []);
});

test('an administrator resets it: sessions and remembered devices end, it is told, and he does not reset his own', async () => {
  const id = await person('reset@x.example') as string;
  const { browser } = await enter('reset@x.example');
  const { totpURI } = await turnOn(browser);
  const trusted = (await enter('reset@x.example')).browser;
  await trusted.send('/api/auth/two-factor/verify-totp', { body: { code: totpOf(totpURI, steps(1)), trustDevice: true } });
  const reset = (userId: string) => admin.ask('mutation ($id: ID!) { resetTwoFactor(userId: $id) { user { twoFactorEnabled } refusal { code message } } }', { id: userId });
  expect((await admin.ask('query ($id: ID!) { user(id: $id) { twoFactorEnabled } }', { id })).data.user.twoFactorEnabled).toBe(true);
  expect((await browser.ask('mutation ($id: ID!) { resetTwoFactor(userId: $id) { refusal { code } } }', { id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect((await reset(id)).data.resetTwoFactor).toEqual({ user: { twoFactorEnabled: false }, refusal: null });
  await settled();
  expect((await browser.ask('{ me { role } }')).status).toBe(401);
  expect((await enter('reset@x.example')).body.twoFactorRedirect).toBeUndefined();
  await forgetCodes();
  await turnOn((await enter('reset@x.example')).browser);
  const old = await trusted.send('/api/auth/sign-in/email', { body: { email: 'reset@x.example', password } });
  expect(await old.json()).toMatchObject({ twoFactorRedirect: true });
  const [{ own } = { own: '' }] = await run(sql<{ own: string }>`select id as own from app_user where email = 'admin@example.com'`);
  expect((await reset(own)).data.resetTwoFactor.refusal.code).toBe('CONFLICT');
  expect(await told('twoFactorReset')).toBe(1);
});

test('a device shows when it was last used, to the minute', async () => {
  await person('used@x.example');
  const { browser } = await enter('used@x.example');
  await run(sql`update auth_session set updated_at = now() - interval '3 hours' where user_id = (select id from app_user where email = 'used@x.example')`);
  await browser.ask('{ me { role } }');
  const [{ age } = { age: 1 }] = await run(sql<{ age: number }>`select extract(epoch from now() - updated_at)::int as age from auth_session where user_id = (select id from app_user where email = 'used@x.example')`);
  expect(age).toBeLessThan(10);
});
