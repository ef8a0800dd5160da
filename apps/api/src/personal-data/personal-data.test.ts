import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Person, signIn, startTestServer, type TestServer } from '../testing/index.ts';

let server: TestServer;
let admin: Person;

beforeAll(async () => {
  server = await startTestServer({});
  admin = await signIn(server.url);
}, 120_000);
afterAll(() => server?.close());

const ask = async <Answer>(query: string, input?: object): Promise<Answer> => {
  const { body } = await admin.ask(query, { body: { variables: { input } } });
  expect(body.errors).toBeUndefined();
  return Object.values(body.data!)[0] as Answer;
};
const field = async (input: object) => (await ask<{ customField: { id: string; version: number } }>(
  'mutation($input: CreateCustomFieldInput!) { createCustomField(input: $input) { customField { id version } } }', input)).customField;
const label = (en: string, es: string) => ({ en, es });
const get = (path: string) => fetch(`${server.url}/api/personal-data/${path}`, { headers: { cookie: admin.cookie } });

test('what the company keeps of its own is handed out as it is called, of contacts and of fields that were put away too', async () => {
  await field({ entity: 'CUSTOMER', type: 'TEXT', label: label('Seat', 'Sede') });
  await field({ entity: 'CONTACT', type: 'CHOICE', label: label('Seat', 'Sitio'), options: [{ label: label('Door', 'Puerta') }] });
  await field({ entity: 'CONTACT', type: 'MONEY', label: label('Limit', 'Límite') });
  const gone = await field({ entity: 'CONTACT', type: 'CUSTOMER', label: label('Before', 'Antes') });
  const { customer: { id } } = await ask<{ customer: { id: string } }>(
    'mutation { createCustomer(input: { kind: ORGANISATION, name: "Bodegas <Ríos>", custom: [{ name: "seat", text: "Lugo" }] }) { customer { id } } }');
  const { customer } = await ask<{ customer: { contacts: { id: string }[] } }>('mutation($input: AddContactInput!) { addContact(input: $input) { customer { contacts { id } } } }', {
    customerId: id, givenName: 'Eva', custom: [{ name: 'seat', option: 'DOOR' }, { name: 'limit', money: '12.5' }, { name: 'before', customerId: id }],
  });
  const contact = customer.contacts[0]!.id;
  await ask('mutation($input: ArchiveCustomFieldInput!) { archiveCustomField(input: $input) { refusal { code } } }', { id: gone.id, expectedVersion: gone.version });
  const whole = await (await get(`${id}.html?language=es`)).text();
  expect(whole).toContain('<dt>Sede</dt><dd>Lugo</dd>');
  for (const page of [whole, await (await get(`${id}.html?language=es&contact=${contact}`)).text()]) {
    expect(page).toContain('<dt>Sitio</dt><dd>Puerta</dd><dt>Límite</dt><dd>12.50 EUR</dd><dt>Antes</dt><dd>Bodegas &lt;Ríos&gt;</dd>');
  }
  const data = await (await get(`${id}.json?contact=${contact}`)).json() as { tables: { table: string; rows: { custom: unknown }[] }[]; fields: { name: string }[] };
  expect(data.tables.find(({ table }) => table === 'contact')?.rows[0]?.custom).toEqual({ seat: 'DOOR', limit: 1250, before: id });
  expect(data.fields.map(({ name }) => name)).toEqual(['seat', 'limit', 'before']);
});
