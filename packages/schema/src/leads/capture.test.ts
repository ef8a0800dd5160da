import { newId } from '@orbita/database/connection';
import type { Viewer } from '@orbita/domain/access';
import { parse, subscribe } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse } from '../testing/execute.ts';
import { layCustomer } from '../testing/lay-customer.ts';

let house: House;
let manager: Viewer;
let sales: Viewer;
let stranger: Viewer;
let team: string;
beforeAll(async () => {
  house = await openTestHouse();
  team = await house.group('team', 'Norte');
  manager = await house.person('manager', { name: 'Ana' });
  sales = await house.person('sales', { name: 'Luis', teamId: team });
  stranger = await house.person('sales', { name: 'Otto' });
});
afterAll(() => house.close());

const fields = `lead { id version owner { name } routedBy { rule how } customer { id owner { id } } } refusal { code field }`;
type Row = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- read by shape
const mutate = async (verb: string, type: string, input: object, viewer: Viewer): Promise<Row> => {
  const answer = await house.ask(viewer, `mutation($input: ${type}!) { ${verb}(input: $input) { ${fields} } }`, { input });
  if (answer.errors) throw new Error(answer.errors[0]!.message);
  return answer.data![verb];
};
let people = 0;
const capture = (input: object, viewer = manager) =>
  mutate('captureLead', 'CaptureLeadInput', { channel: 'WEB_FORM', who: { name: `Ana ${++people}`, email: `ana${people}@lead.example` }, ...input }, viewer);
const captured = async (input: object, viewer = manager): Promise<Row> => {
  const { lead, refusal } = await capture(input, viewer);
  expect(refusal).toBeNull();
  return lead;
};

test('of a customer whom one may not see, or not change, only the lead is kept', async () => {
  const partnerId = await house.group('partner', 'Socios');
  const partner = await house.person('partner', { name: 'Rui', partnerId });
  const customerId = await layCustomer(house, { owner: sales, teamId: team });
  await house.sql(`insert into customer_identity (kind, value, customer_id) values ('EMAIL', 'unseen@er.example', ?)`, [customerId]);
  await house.sql(`insert into consent (id, customer_id, channel, state, given_at) values (?, ?, 'EMAIL', 'DENIED', ?)`, [newId(), customerId, new Date(0)]);
  const input = {
    who: { name: 'Eva', organisation: 'Bodegas Ríos SL', email: 'unseen@er.example', phone: '600 700 800', taxId: 'B58378431', externalIds: [{ system: 'shop', id: '77' }] },
    consents: [{ channel: 'EMAIL', purpose: 'MARKETING', text: 'ok' }],
  };
  for (const viewer of [partner, stranger]) expect(await capture(input, viewer)).toEqual({ lead: null, refusal: null });
  const kept = async () => (await house.sql(`select (select count(*)::int from lead where customer_id = c.id) as leads, f.consent_email,
    (select count(*)::int from contact_point where customer_id = c.id) as points, (select count(*)::int from contact where customer_id = c.id) as contacts,
    (select array_agg(kind order by kind) from customer_identity where customer_id = c.id) as keys
    from customer c join customer_facts f on f.customer_id = c.id where c.id = ?`, [customerId]))[0];
  expect(await kept()).toEqual({ leads: 2, consent_email: 'DENIED', points: 0, contacts: 0, keys: ['EMAIL'] });
  await captured(input, sales);
  expect(await kept()).toEqual({ leads: 3, consent_email: 'GRANTED', points: 2, contacts: 1, keys: ['EMAIL', 'EXTERNAL_ID', 'TAX_ID'] });
});

// What no index can shorten.
const noise = (): string => Array.from({ length: 200 }, () => newId()).join('');

test('a message is known again only when its sender sends it', async () => {
  const once = (who: object) => captured({ who, reference: 'same-id' });
  const [first, other] = [await once({ name: 'Ida', email: 'ida@ref.example' }), await once({ name: 'Leo', email: 'leo@ref.example' })];
  expect(other['id']).not.toBe(first['id']);
  expect((await once({ name: 'Ida', email: 'ida@ref.example' }))['id']).toBe(first['id']);
  expect((await once({ name: 'Tel', phone: '600 123 999' }))['id']).toBe((await once({ name: 'Tel', phone: '+34 600 123 999' }))['id']);
  expect((await capture({ reference: noise() }))['refusal']).toMatchObject({ code: 'TOO_LONG', field: 'reference' });
  const named = (name: string) => captured({ channel: 'FAIR', who: { name }, reference: 'card' });
  expect((await named('Uno'))['id']).toBe((await named('uno'))['id']);
  expect((await named('Dos'))['id']).not.toBe((await named('Uno'))['id']);
  const byId = () => captured({ customerId: first['customer'].id, who: undefined, reference: 'same-id' });
  expect((await byId())['id']).toBe(first['id']);
  // Whoever shares an e-mail under another name has it without its key.
  await captured({ who: { name: 'Ana García', email: 'info@house.example' } });
  const shared = () => once({ name: 'Wilfredo Quintanilla', email: 'info@house.example' });
  const [sent, again] = [await shared(), await shared()];
  expect([again['id'], again['customer'].id]).toEqual([sent['id'], sent['customer'].id]);
});

test('what no rule gives to anybody is his who took it down, when he may be given leads', async () => {
  expect(await captured({}, stranger)).toMatchObject({ owner: { name: 'Otto' }, routedBy: { rule: null, how: 'CAPTURER' }, customer: { owner: { id: stranger.userId } } });
  expect((await house.ask(stranger, '{ inbox { totalCount } }')).data).toEqual({ inbox: { totalCount: 0 } });
  const partner = await house.person('partner', { name: 'Rui', partnerId: await house.group('partner', 'Otros') });
  expect(await captured({}, partner)).toMatchObject({ owner: null, routedBy: { how: 'NOBODY' } });
  const unowned = await layCustomer(house);
  await house.sql(`insert into customer_identity (kind, value, customer_id) values ('EMAIL', 'unowned@er.example', ?)`, [unowned]);
  expect(await capture({ who: { email: 'unowned@er.example' } }, stranger)).toEqual({ lead: null, refusal: null });
  expect(await house.sql('select owner_id from customer where id = ?', [unowned])).toEqual([{ owner_id: null }]);
});

test('a role that may not hear of leads is told so', async () => {
  const hears = async (viewer: Viewer | undefined) => {
    const answer = await subscribe({ schema: house.schema, document: parse('subscription { leadsChanged { waiting } }'), contextValue: house.contextOf(viewer) });
    return Symbol.asyncIterator in answer ? undefined : answer.errors?.map(({ message, extensions }) => [extensions['code'], message]);
  };
  expect(await hears(await house.person('warehouse'))).toEqual([['FORBIDDEN', 'Your role does not allow this.']]);
  expect(await hears(undefined)).toEqual([['UNAUTHENTICATED', 'Sign in first.']]);
});

test('a lead goes only to those who see its customer then; a partner names only his own people', async () => {
  const partnerId = await house.group('partner', 'Aliados');
  const [rui, tom] = [await house.person('partner', { name: 'Rui', partnerId }), await house.person('partner', { name: 'Tom', partnerId })];
  const administrator = await house.person('administrator', { name: 'Root' });
  const assign = (lead: Row, ownerId: string, viewer: Viewer) => mutate('assignLead', 'AssignLeadInput', { id: lead['id'], expectedVersion: lead['version'], ownerId }, viewer);
  const lead = await captured({}, rui);
  for (const person of [administrator, sales]) expect(await assign(lead, person.userId, rui)).toMatchObject({ lead: null, refusal: { code: 'NOT_FOUND', field: 'ownerId' } });
  expect((await assign(lead, tom.userId, rui))['lead']).toMatchObject({ owner: { name: 'Tom' } });
  expect((await assign(await captured({}), tom.userId, manager))['refusal']).toMatchObject({ code: 'INVALID', field: 'ownerId' });
});
