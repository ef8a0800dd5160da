import 'reflect-metadata';
import { roles } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RefusalResolver } from '#refusals';
import { type House, openTestHouse } from '../testing/execute.ts';
import { GroupResolver, MeResolver, RolePolicyResolver, UserConnectionResolver, UserResolver } from './index.ts';

let house: House;
beforeAll(async () => {
  house = await openTestHouse([RefusalResolver, MeResolver, UserResolver, UserConnectionResolver, GroupResolver, RolePolicyResolver]);
});
afterAll(() => house.close());

const hashPassword = (password: string) => Promise.resolve(`hash of ${password.length}`);
const refusal = 'refusal { code field message details }';
const createUser = `mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id email role version team { name } partner { name members } } ${refusal} } }`;
const updateUser = `mutation ($input: UpdateUserInput!) { updateUser(input: $input) { user { id name role active version } ${refusal} } }`;

test('an administrator makes a person of a partner, who can sign in with his password; nobody else makes people', async () => {
  const administrator = await house.person('administrator');
  const partnerId = await house.group('partner', 'Agencia Norte');
  const input = { name: ' Ana  Ruiz ', email: 'Ana@Norte.es ', role: 'partner', partnerId, password: 'correct horse' };
  const made = await house.ask(administrator, createUser, { input }, { hashPassword });
  expect(made.data?.['createUser']).toMatchObject({
    user: { email: 'ana@norte.es', role: 'partner', version: 1, team: null, partner: { name: 'Agencia Norte', members: 1 } }, refusal: null,
  });
  const id = made.data?.['createUser'].user.id;
  const accounts = await house.sql('select account_id, provider_id, password from auth_account where user_id = ?', [id]);
  expect(accounts).toEqual([{ account_id: id, provider_id: 'credential', password: 'hash of 13' }]);
  const again = await house.ask(administrator, createUser, { input }, { hashPassword });
  expect(again.data?.['createUser'].refusal).toMatchObject({ code: 'ALREADY_EXISTS', field: 'email' });
  const manager = await house.person('manager');
  expect((await house.ask(manager, createUser, { input })).errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
});

test.each([
  [{ role: 'partner' }, 'REQUIRED', 'partnerId'],
  [{ role: 'sales', password: 'short' }, 'INVALID', 'password'],
  [{ role: 'sales', email: 'nobody' }, 'INVALID_FORMAT', 'email'],
  [{ role: 'sales', name: ' ' }, 'REQUIRED', 'name'],
  [{ role: 'sales', teamId: '00000000-0000-7000-8000-000000000000' }, 'NOT_FOUND', 'teamId'],
  [{ role: 'sales', territories: ['ES', 'Atlantis'] }, 'INVALID', 'territories.1'],
  [{ role: 'sales', skills: ['x'.repeat(41)] }, 'TOO_LONG', 'skills'],
])('%o is refused as %s of %s, and nothing is left behind', async (given, code, field) => {
  const administrator = await house.person('administrator');
  const input = { name: 'Somebody', email: 'somebody@test.example', ...given };
  const answer = await house.ask(administrator, createUser, { input }, { hashPassword });
  expect(answer.data?.['createUser']).toMatchObject({ user: null, refusal: { code, field } });
  expect(await house.sql(`select id from app_user where email = 'somebody@test.example'`)).toEqual([]);
});

test('the last administrator stays; deactivation ends the sessions; an old version is refused with the thing as it stands', async () => {
  await house.sql(`update app_user set active = false where role = 'administrator'`);
  const administrator = await house.person('administrator', { name: 'The one' });
  const demote = (input: object) => house.ask(administrator, updateUser, { input: { id: administrator.userId, ...input } });
  const refused = await demote({ expectedVersion: 1, role: 'sales' });
  expect(refused.data?.['updateUser'].refusal).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('last administrator') });
  expect((await demote({ expectedVersion: 1, active: false })).data?.['updateUser'].refusal).toMatchObject({ code: 'CONFLICT' });
  const sales = await house.person('sales');
  await house.sql(`insert into auth_session (id, token, user_id, expires_at) values (gen_random_uuid(), 't', ?, '2030-01-01')`, [sales.userId]);
  const seen = await house.ask(administrator, `{ sessions { userName } user(id: "${sales.userId}") { lastSeenAt } }`);
  expect(seen.data?.['sessions']).toEqual([{ userName: 'sales' }]);
  const deactivated = await house.ask(administrator, updateUser, { input: { id: sales.userId, expectedVersion: 1, active: false } });
  expect(deactivated.data?.['updateUser'].user).toMatchObject({ active: false, version: 2 });
  expect(await house.sql('select id from auth_session where user_id = ?', [sales.userId])).toEqual([]);
  const stale = await house.ask(administrator, updateUser, { input: { id: sales.userId, expectedVersion: 1, name: 'Other' } });
  expect(stale.data?.['updateUser']).toMatchObject({ user: { version: 2, active: false }, refusal: { code: 'STALE_VERSION', details: { by: 'The one' } } });
});

test('whoever is moved to another team or partner signs in anew, as after a change of role: what he listens to was opened for whom he saw', async () => {
  const administrator = await house.person('administrator');
  const [from, to] = [await house.group('team', 'From'), await house.group('team', 'To')];
  const [first, second] = [await house.group('partner', 'First'), await house.group('partner', 'Second')];
  const moved = async (person: { userId: string }, changes: object) => {
    await house.sql(`insert into auth_session (id, token, user_id, expires_at) values (gen_random_uuid(), ?, ?, '2030-01-01')`, [Math.random().toString(), person.userId]);
    const [{ version } = {}] = await house.sql<{ version: number }>('select version from app_user where id = ?', [person.userId]);
    const answer = await house.ask(administrator, updateUser, { input: { id: person.userId, expectedVersion: version, ...changes } });
    expect(answer.data?.['updateUser'].refusal).toBeNull();
    const left = await house.sql('select id from auth_session where user_id = ?', [person.userId]);
    await house.sql('delete from auth_session where user_id = ?', [person.userId]);
    return left.length === 0;
  };
  const sales = await house.person('sales', { teamId: from });
  expect([await moved(sales, { teamId: to }), await moved(sales, { teamId: null }), await moved(sales, { role: 'service' })]).toEqual([true, true, true]);
  const partner = await house.person('partner', { partnerId: first });
  expect(await moved(partner, { partnerId: second })).toBe(true);
  expect([await moved(sales, { name: 'Otra' }), await moved(sales, { teamId: null }), await moved(partner, { partnerId: second, language: 'es' })]).toEqual([false, false, false]);
});

test('a session is revoked by its id', async () => {
  const administrator = await house.person('administrator');
  const [session] = await house.sql(
    `insert into auth_session (id, token, user_id, expires_at) values (gen_random_uuid(), 'u', ?, '2030-01-01') returning id`, [administrator.userId]);
  const revoke = () => house.ask(administrator, `mutation { revokeSession(id: "${session?.['id']}") { id refusal { code } } }`);
  expect((await revoke()).data?.['revokeSession']).toEqual({ id: session?.['id'], refusal: null });
  expect((await revoke()).data?.['revokeSession']).toEqual({ id: null, refusal: { code: 'NOT_FOUND' } });
});

test('teams and partners are made, renamed, and removed once nobody belongs to them', async () => {
  const administrator = await house.person('administrator');
  const made = await house.ask(administrator, 'mutation { createTeam(input: { name: "Norte" }) { team { id version } refusal { code } } }');
  const { id } = made.data?.['createTeam'].team;
  const renamed = await house.ask(administrator, `mutation { updateTeam(input: { id: "${id}", expectedVersion: 1, name: "Sur" }) { team { name version } refusal { code } } }`);
  expect(renamed.data?.['updateTeam'].team).toEqual({ name: 'Sur', version: 2 });
  await house.person('sales', { teamId: id });
  const remove = () => house.ask(administrator, `mutation { deleteTeam(input: { id: "${id}", expectedVersion: 2 }) { id refusal { code } } }`);
  expect((await remove()).data?.['deleteTeam'].refusal).toEqual({ code: 'CONFLICT' });
  await house.sql('update app_user set team_id = null where team_id = ?', [id]);
  expect((await remove()).data?.['deleteTeam']).toEqual({ id, refusal: null });
});

test('the list of people pages by name both ways, in one statement a page', async () => {
  const manager = await house.person('manager', { name: 'zz last' });
  const list = 'query ($first: Int, $after: String, $last: Int, $before: String) { users(first: $first, after: $after, last: $last, before: $before) { totalCount edges { cursor node { name } } pageInfo { hasNextPage } } }';
  const all = (await house.ask(manager, list, { first: 100 })).data?.['users'];
  const names = all.edges.map((edge: { node: { name: string } }) => edge.node.name);
  expect(all.totalCount).toBe(names.length);
  house.statements.length = 0;
  const page = (await house.ask(manager, list, { first: 2, after: all.edges[0].cursor })).data?.['users'];
  expect(house.statements).toHaveLength(2);
  expect(page.edges.map((edge: { node: { name: string } }) => edge.node.name)).toEqual(names.slice(1, 3));
  for (const asked of [{ first: 0 }, { after: 'junk' }, { after: Buffer.from('["x","y"]').toString('base64url') }]) {
    expect((await house.ask(manager, list, asked)).errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  }
  const back = (await house.ask(manager, list, { last: 2, before: all.edges[3].cursor })).data?.['users'];
  expect(back.edges.map((edge: { node: { name: string } }) => edge.node.name)).toEqual(names.slice(1, 3));
});

test('the list of people is sorted by each of its orders, both ways, and pages through it without leaving one out', async () => {
  const manager = await house.person('manager', { teamId: await house.group('team', 'Alpha') });
  await house.person('partner', { partnerId: await house.group('partner', 'Zeta') });
  const asked = 'query ($first: Int, $after: String, $by: UserOrderBy!, $down: Boolean!) { users(first: $first, after: $after, orderBy: { by: $by, descending: $down }) { edges { cursor node { id name email role team { name } partner { name } createdAt lastSeenAt } } } }';
  const page = async (variables: object) => (await house.ask(manager, asked, { first: 100, ...variables })).data?.['users'].edges;
  const values: Record<string, (node: any) => string> = { // oxlint-disable-line typescript/no-explicit-any -- answers are read by shape
    name: ({ name }) => name, email: ({ email }) => email, role: ({ role }) => role, group: ({ team, partner }) => partner?.name ?? team?.name ?? '', createdAt: ({ createdAt }) => createdAt, lastSeenAt: ({ lastSeenAt }) => lastSeenAt ?? '',
  };
  for (const [by, valueOf] of Object.entries(values)) {
    const rising = await page({ by, down: false });
    const sorted: string[] = rising.map(({ node }: { node: unknown }) => valueOf(node));
    expect([by, sorted]).toEqual([by, sorted.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))]);
    expect((await page({ by, down: true })).map(({ node }: { node: { id: string } }) => node.id)).toEqual(rising.map(({ node }: { node: { id: string } }) => node.id).toReversed());
    const walked: string[] = [];
    for (let after: string | undefined; ;) {
      const [one] = await page({ by, down: false, first: 1, after });
      if (!one) break;
      walked.push(one.node.id);
      after = one.cursor;
    }
    expect([by, walked]).toEqual([by, rising.map(({ node }: { node: { id: string } }) => node.id)]);
  }
});

test('everybody may change his own name and language, and nothing else; an old version is refused in the language of the request', async () => {
  const partnerId = await house.group('partner', 'His own');
  const partner = await house.person('partner', { partnerId, name: 'Before' });
  const update = (input: object, language: 'en' | 'es' = 'en') => house.ask({ ...partner, language },
    `mutation ($input: UpdateMyProfileInput!) { updateMyProfile(input: $input) { me { userId name language version role } ${refusal} } }`, { input });
  expect((await update({ expectedVersion: 1, name: ' Pepa  Sanz ', language: 'es' })).data?.['updateMyProfile']).toEqual({
    me: { userId: partner.userId, name: 'Pepa Sanz', language: 'es', version: 2, role: 'partner' }, refusal: null });
  expect((await update({ expectedVersion: 2, name: ' ' })).data?.['updateMyProfile'].refusal).toMatchObject({ code: 'REQUIRED', field: 'name' });
  const stale = (await update({ expectedVersion: 1, name: 'X' }, 'es')).data?.['updateMyProfile'];
  expect(stale).toMatchObject({ me: { name: 'Pepa Sanz', version: 2 }, refusal: { code: 'STALE_VERSION', message: expect.stringContaining('Mira los valores nuevos') } });
  for (const more of [{ role: 'administrator' }, { email: 'x@y.es' }, { active: false }]) {
    expect((await update({ expectedVersion: 2, ...more })).errors?.[0]?.message).toMatch(/not defined/);
  }
});

test('everybody knows himself, in one statement; the matrix names every role', async () => {
  const partnerId = await house.group('partner', 'Mine');
  const partner = await house.person('partner', { partnerId, name: 'Pepa' });
  house.statements.length = 0;
  const { data } = await house.ask(partner, '{ me { name email currency zone team { name } partner { name } may(noun: "company", action: "read") other: may(noun: "x", action: "y") } }');
  expect(data?.['me']).toMatchObject({ name: 'Pepa', currency: 'EUR', zone: 'Europe/Madrid', team: null, partner: { name: 'Mine' }, may: false, other: false });
  expect(house.statements).toHaveLength(1);
  expect((await house.ask(partner, '{ users { totalCount } }')).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const manager = await house.person('manager');
  const matrix = (await house.ask(manager, '{ rolePolicies { role nouns { noun label read update } marks { mark readable } } }')).data?.['rolePolicies'];
  expect(matrix.map((row: { role: string }) => row.role)).toEqual(roles);
  expect(matrix.at(-1).nouns[0]).toEqual({ noun: 'customer', label: 'Customers', read: 'partner', update: 'partner' });
});

test('what somebody knows and whose customers he takes is kept in one form; what is not said stays', async () => {
  const administrator = await house.person('administrator');
  const talents = 'skills territories version';
  const made = await house.ask(administrator, `mutation { createUser(input: { name: "Eva", email: "eva@talents.example", role: sales, skills: [" Bombas ", "bombas"] }) { user { id ${talents} } } }`);
  const { id, ...first } = made.data!['createUser'].user;
  expect(first).toEqual({ skills: ['bombas'], territories: [], version: 1 });
  const change = async (input: object) => (await house.ask(administrator, `mutation($input: UpdateUserInput!) { updateUser(input: $input) { user { ${talents} } ${refusal} } }`, { input: { id, ...input } })).data!['updateUser'];
  expect((await change({ expectedVersion: 1, territories: ['Portugal', 'ES'] })).user).toEqual({ skills: ['bombas'], territories: ['ES', 'PT'], version: 2 });
  expect((await change({ expectedVersion: 2, skills: [] })).user).toEqual({ skills: [], territories: ['ES', 'PT'], version: 3 });
  expect((await change({ expectedVersion: 3, territories: ['Mars'] })).refusal).toMatchObject({ code: 'INVALID', field: 'territories.0' });
});

test('people are narrowed by a rule; how they sign in is asked by those alone who administer them', async () => {
  const [administrator, manager] = [await house.person('administrator'), await house.person('manager')];
  await house.person('finance', { name: 'Ruth Ledger' });
  await house.person('warehouse', { name: 'Rudy Ledger' });
  await house.sql(`update app_user set two_factor_enabled = true where name = 'Rudy Ledger'`, []);
  const ask = (viewer: typeof manager, rule: unknown) => house.ask(viewer, 'query ($rule: JSON) { users(rule: $rule, search: "Ledger") { totalCount edges { node { name } } } }', { rule });
  const found = async (viewer: typeof manager, rule: unknown) => {
    const { totalCount, edges } = (await ask(viewer, rule)).data!['users'];
    return [totalCount, ...edges.map(({ node }: { node: { name: string } }) => node.name)];
  };
  expect(await found(manager, { fact: 'user.role', is: 'in', values: ['finance', 'sales'] })).toEqual([1, 'Ruth Ledger']);
  expect(await found(manager, { and: [{ fact: 'user.isActive', is: 'eq', value: true }, { not: { fact: 'user.lastSeenAt', is: 'isSet' } }] })).toEqual([2, 'Rudy Ledger', 'Ruth Ledger']);
  const second = { fact: 'user.hasTwoFactor', is: 'eq', value: true };
  expect(await found(administrator, second)).toEqual([1, 'Rudy Ledger']);
  for (const rule of [second, { not: second }, { fact: 'user.hasTwoFactor', is: 'isSet' }]) expect(await found(manager, rule)).toEqual([0]);
  expect((await ask(manager, { fact: 'product.name', is: 'isSet' })).errors![0]!.extensions['code']).toBe('BAD_USER_INPUT');
});
