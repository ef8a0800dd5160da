import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf } from '@orbita/database/connection';
import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { Browser, password, startTestServer, type TestServer } from '../../testing/index.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'orbita-invitations-'));
let server: TestServer;
let admin: Browser;
const run = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(server.database.em.fork() as Em, query);

beforeAll(async () => {
  server = await startTestServer({ dataDir });
  admin = new Browser(server.url);
  await admin.send('/api/auth/sign-in/email', { body: { email: 'admin@example.com', password } });
});
afterAll(() => server.close());

const asked = `id email role language state sentAt teamName invitedByName`;
const invite = async (input: object) => (await admin.ask(`mutation ($input: InviteUsersInput!) { inviteUsers(input: $input) { invitations { ${asked} } refusal { code field message } } }`, { input })).data.inviteUsers;
const pending = async (): Promise<{ id: string; email: string; state: string }[]> => (await admin.ask(`{ invitations { ${asked} } }`)).data.invitations;

/** The letters that lie in the outbox, by whom they are for. */
async function letters() {
  const read = await Promise.all(readdirSync(join(dataDir, 'outbox')).sort().map((file) => PostalMime.parse(readFileSync(join(dataDir, 'outbox', file)))));
  return read.map(({ to, subject, text = '' }) => ({ to: to?.[0]?.address, subject, token: /token=(\S+)/.exec(text)?.[1] ?? '', text }));
}
const tokenFor = async (email: string): Promise<string> => (await letters()).findLast(({ to }) => to === email)!.token;
const accept = (token: string, more: object = {}) => new Browser(server.url).send('/api/auth/invitation/accept', { body: { token, name: 'Eva Ruiz', language: 'es', password, ...more } });
const look = (token: string) => new Browser(server.url).json('/api/auth/invitation/look', { token });

test('several are invited at once, each by a letter in his language, and come in as what the invitation says', async () => {
  const team = (await admin.ask('mutation { createTeam(input: { name: "Norte" }) { team { id } } }')).data.createTeam.team.id;
  const { invitations, refusal } = await invite({ emails: ['Eva@x.example', 'jon@x.example'], role: 'sales', teamId: team, language: 'es' });
  expect(refusal).toBeNull();
  expect(invitations).toMatchObject(['jon@x.example', 'eva@x.example'].map(() => ({ role: 'sales', language: 'es', state: 'PENDING', teamName: 'Norte', invitedByName: 'Administrator', sentAt: expect.any(String) })));
  expect(await letters()).toMatchObject([{ subject: 'Administrator te invita a Orbita en Orbita' }, { subject: 'Administrator te invita a Orbita en Orbita' }]);
  const token = await tokenFor('eva@x.example');
  expect(await look(token)).toEqual({ state: 'PENDING', email: 'eva@x.example', role: 'sales', language: 'es', company: 'Orbita', invitedByName: 'Administrator', invitedByEmail: 'admin@example.com' });

  const browser = new Browser(server.url);
  const came = await browser.send('/api/auth/invitation/accept', { body: { token, name: 'Eva Ruiz', language: 'en', password, role: 'administrator', teamId: null } });
  expect(came.status).toBe(200);
  expect((await browser.ask('{ me { name email role language team { name } } }')).data.me).toEqual({ name: 'Eva Ruiz', email: 'eva@x.example', role: 'sales', language: 'en', team: { name: 'Norte' } });
  expect((await new Browser(server.url).send('/api/auth/sign-in/email', { body: { email: 'eva@x.example', password } })).status).toBe(200);
  expect((await pending()).map(({ email }) => email)).toEqual(['jon@x.example']);
  const events = await run(sql<{ type: string; actor_kind: string }>`select type, actor_kind from timeline_event where type in ('userInvited', 'invitationAccepted') order by no`);
  expect(events.map(({ type, actor_kind }) => `${type} ${actor_kind}`)).toEqual(['userInvited USER', 'userInvited USER', 'invitationAccepted USER']);
});

test('a link opens once, says so afterwards and whom to ask, and is kept as a hash', async () => {
  const token = await tokenFor('eva@x.example');
  expect(await look(token)).toEqual({ state: 'ACCEPTED', language: 'es', company: 'Orbita', invitedByName: 'Administrator', invitedByEmail: 'admin@example.com' });
  const again = await accept(token);
  expect([again.status, (await again.json() as { code: string }).code]).toEqual([400, 'INVITATION_ACCEPTED']);
  expect(await look('made-up')).toEqual({ state: 'UNKNOWN' });
  const kept = await run(sql<{ row: string }>`select i::text as row from invitation i`);
  expect(kept.filter(({ row }) => row.includes(token))).toEqual([]);
});

test('accepted twice at the same instant, one person is made', async () => {
  await invite({ emails: ['twice@x.example'], role: 'service' });
  const token = await tokenFor('twice@x.example');
  const answers = await Promise.all([accept(token), accept(token), accept(token)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
  expect(await run(sql`select from app_user where email = 'twice@x.example'`)).toHaveLength(1);
});

test('sent again, the link before opens nothing; taken back, none does; too old, neither', async () => {
  const [{ id } = { id: '' }] = await pending();
  const first = await tokenFor('jon@x.example');
  await new Promise((resolve) => { setTimeout(resolve, 5); });
  expect((await admin.ask('mutation ($id: ID!) { resendInvitation(id: $id) { invitation { state sentAt } refusal { code } } }', { id })).data.resendInvitation).toMatchObject({ invitation: { state: 'PENDING' }, refusal: null });
  const second = await tokenFor('jon@x.example');
  expect([await look(first), (await look(second))['state']]).toEqual([{ state: 'UNKNOWN' }, 'PENDING']);
  await run(sql`update invitation set expires_at = now() - interval '1 second' where id = ${id}::uuid`);
  expect((await look(second))['state']).toBe('EXPIRED');
  expect((await (await accept(second)).json() as { code: string }).code).toBe('INVITATION_EXPIRED');
  expect(await pending()).toMatchObject([{ id, state: 'EXPIRED' }]);
  await admin.ask('mutation ($id: ID!) { resendInvitation(id: $id) { refusal { code } } }', { id });
  expect((await admin.ask('mutation ($id: ID!) { revokeInvitation(id: $id) { id } }', { id })).data.revokeInvitation).toEqual({ id });
  expect((await look(await tokenFor('jon@x.example')))['state']).toBe('REVOKED');
  expect(await pending()).toEqual([]);
  expect((await admin.ask('mutation ($id: ID!) { resendInvitation(id: $id) { refusal { code message } } }', { id })).data.resendInvitation.refusal).toMatchObject({ code: 'CONFLICT' });
});

test('who is here, or invited, is not invited; the one at fault is named and nobody is', async () => {
  const count = async () => (await pending()).length;
  const before = await count();
  expect((await invite({ emails: ['new@x.example', 'EVA@x.example'], role: 'sales' })).refusal).toMatchObject({ code: 'ALREADY_EXISTS', field: 'emails.1' });
  expect((await invite({ emails: ['nonsense'], role: 'sales' })).refusal).toMatchObject({ field: 'emails.0' });
  expect((await invite({ emails: ['p@x.example'], role: 'partner' })).refusal).toMatchObject({ code: 'REQUIRED', field: 'partnerId' });
  expect((await invite({ emails: [], role: 'sales' })).refusal).toMatchObject({ code: 'REQUIRED', field: 'emails' });
  expect(await count()).toBe(before);
  await invite({ emails: ['new@x.example'], role: 'sales' });
  expect((await invite({ emails: ['new@x.example'], role: 'sales' })).refusal).toMatchObject({ code: 'CONFLICT', field: 'emails.0' });
});

test('a password too short is refused, and the link still opens', async () => {
  const token = await tokenFor('new@x.example');
  expect((await (await accept(token, { password: 'short' })).json() as { code: string }).code).toBe('PASSWORD_LENGTH');
  expect((await (await accept(token, { name: '  ' })).json() as { code: string }).code).toBe('REQUIRED');
  expect((await accept(token)).status).toBe(200);
});

test('only administrators invite, or learn who was', async () => {
  const eva = new Browser(server.url);
  await eva.send('/api/auth/sign-in/email', { body: { email: 'eva@x.example', password } });
  for (const operation of ['{ invitations { id } }', 'mutation { inviteUsers(input: { emails: ["z@x.example"], role: administrator }) { refusal { code } } }']) {
    expect((await eva.ask(operation)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
});
