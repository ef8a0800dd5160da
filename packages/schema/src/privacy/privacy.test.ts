import { type Role, roles, type Viewer } from '@orbita/domain/access';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type House, openTestHouse } from '../testing/execute.ts';

let house: House;
let manager: Viewer;
beforeAll(async () => {
  house = await openTestHouse();
  manager = await house.person('manager');
});
afterAll(() => house.close());

async function ask(viewer: Viewer, document: string, variables: Record<string, unknown> = {}) {
  house.statements.length = 0;
  const { data, errors } = await house.ask(viewer, document, variables);
  expect(errors).toBeUndefined();
  return data!;
}

const make = async (input: Record<string, unknown>): Promise<{ id: string }> =>
  (await ask(manager, `mutation($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } } }`, { input })).createCustomer.customer;

const kept = `query($id: ID!, $contact: ID) { personalDataKept(customerId: $id, contactId: $contact) {
  name erased viewerCanErase lawKeepsUntil open { orders opportunities leads tasks } kinds { kind count erasure } } }`;
const erase = `mutation($input: EraseCustomerInput!) { eraseCustomer(input: $input) { customer { id name erasedAt viewerCanUpdate viewerCanDelete viewerCanMerge } refusal { code field message details } } }`;

test('tells what is kept about somebody, erases him once, and lists that he was erased', async () => {
  const { id } = await make({ kind: 'PERSON', name: 'Eva Paz', taxId: '12345678Z', contactPoints: [{ kind: 'EMAIL', value: 'eva@paz.example' }] });
  await ask(manager, `mutation($id: ID!) { placeOrder(input: { customerId: $id, lines: [{ description: "Wine", quantity: "1", unitPrice: "10" }] }) { refusal { code } } }`, { id });
  const before = (await ask(manager, kept, { id })).personalDataKept;
  expect(house.statements.length).toBe(4);
  expect(before).toMatchObject({ name: 'Eva Paz', erased: false, viewerCanErase: true, lawKeepsUntil: 2032, open: { orders: 1, opportunities: 0, leads: 0, tasks: 0 } });
  expect(before.kinds).toEqual(expect.arrayContaining([
    { kind: 'customer', count: 1, erasure: 'EMPTIED' }, { kind: 'contact_point', count: 1, erasure: 'DELETED' }, { kind: 'sales_order', count: 1, erasure: 'KEPT' },
  ]));
  const refused = (await ask({ ...manager, language: 'es' }, erase, { input: { customerId: id, reason: 'REQUEST' } })).eraseCustomer;
  expect(refused).toMatchObject({ customer: null, refusal: { code: 'CONFLICT', field: 'endOpen', message: expect.stringContaining('1 pedidos'), details: { orders: 1 } } });
  const done = (await ask(manager, erase, { input: { customerId: id, reason: 'REQUEST', endOpen: true } })).eraseCustomer;
  expect(done).toEqual({ refusal: null, customer: { id, name: `Persona borrada ${id.slice(-6).toUpperCase()}`, erasedAt: expect.any(String), viewerCanUpdate: false, viewerCanDelete: false, viewerCanMerge: false } });
  expect((await ask(manager, erase, { input: { customerId: id, reason: 'REQUEST', endOpen: true } })).eraseCustomer.refusal).toMatchObject({ code: 'CONFLICT', details: { because: 'ERASED_ALREADY' } });
  const { erasures } = await ask(manager, `{ erasures { totalCount edges { node { customerId contactId name reason finished by { name } } } } }`);
  expect(erasures).toEqual({ totalCount: 1, edges: [{ node: { customerId: id, contactId: null, name: `Persona borrada ${id.slice(-6).toUpperCase()}`, reason: 'REQUEST', finished: false, by: { name: expect.any(String) } } }] });
  expect((await ask(manager, kept, { id })).personalDataKept).toMatchObject({ erased: true, viewerCanErase: false });
});

test('whoever sees what an erased one left sees his mark beside it, in whatever role', async () => {
  const { id } = await make({ kind: 'PERSON', name: 'Leo Sol' });
  await ask(manager, `mutation($id: ID!) { placeOrder(input: { customerId: $id, lines: [{ description: "Oil", quantity: "1", unitPrice: "10" }] }) { refusal { code } } }`, { id });
  await ask(manager, `mutation($id: ID!) { captureLead(input: { customerId: $id, channel: CALL, message: "Asks" }) { refusal { code } } }`, { id });
  await ask(manager, `mutation($id: ID!) { logActivity(input: { customerId: $id, kind: CALL, subject: "Asked" }) { refusal { code } } }`, { id });
  await ask(manager, erase, { input: { customerId: id, reason: 'REQUEST', endOpen: true } });
  for (const role of roles.filter((one) => one !== 'partner')) {
    const person = await house.person(role);
    for (const list of ['orders', 'leads', 'activities', 'opportunities']) {
      const { data, errors } = await house.ask(person, `{ ${list} { edges { node { customer { id name } } } } }`);
      if (errors?.some(({ extensions }) => extensions['code'] === 'FORBIDDEN')) continue;
      expect([role, list, errors]).toEqual([role, list, undefined]);
      for (const { node } of data![list].edges) if (node.customer.id === id) expect(node.customer.name).not.toContain('Leo');
    }
  }
  expect((await ask(await house.person('finance'), '{ orders { edges { node { customer { id } } } } }')).orders.edges).toContainEqual({ node: { customer: { id } } });
});

test('a contact is a person as well', async () => {
  const { id } = await make({ kind: 'ORGANISATION', name: 'Bodegas Ríos' });
  const { addContact } = await ask(manager, `mutation($id: ID!) { addContact(input: { customerId: $id, givenName: "Eva", familyName: "Paz" }) { customer { contacts { id } } } }`, { id });
  const contact = addContact.customer.contacts[0].id;
  expect((await ask(manager, kept, { id, contact })).personalDataKept).toMatchObject({ name: 'Eva Paz', kinds: [{ kind: 'contact', count: 1, erasure: 'DELETED' }], lawKeepsUntil: null });
  const { eraseContact } = await ask(manager, `mutation($input: EraseContactInput!) { eraseContact(input: $input) { customer { name contacts { id } } refusal { code } } }`, { input: { customerId: id, contactId: contact, reason: 'OBJECTION' } });
  expect(eraseContact).toEqual({ customer: { name: 'Bodegas Ríos', contacts: [] }, refusal: null });
  expect((await ask(manager, kept, { id, contact })).personalDataKept).toBeNull();
});

test('whoever was erased stays in the list, page by page, however many came after', async () => {
  const reasons = ['OBJECTION', 'UNLAWFUL', 'REQUEST'] as const;
  for (const [at, reason] of reasons.entries()) {
    const { id } = await make({ kind: 'PERSON', name: `Uno ${at}` });
    expect((await ask(manager, erase, { input: { customerId: id, reason } })).eraseCustomer.refusal).toBeNull();
  }
  const list = 'query ($first: Int, $after: String, $reason: ErasureReason) { erasures(first: $first, after: $after, reason: $reason) { totalCount pageInfo { hasNextPage endCursor } edges { node { id reason } } } }';
  const whole = (await ask(manager, list, { first: 100 })).erasures;
  expect(whole.edges).toHaveLength(whole.totalCount);
  expect(whole.edges.slice(0, 3).map((edge: { node: { reason: string } }) => edge.node.reason)).toEqual(reasons.toReversed());
  const walked: string[] = [];
  for (let after: string | null = null; ;) {
    const { edges, pageInfo }: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = (await ask(manager, list, { first: 1, after })).erasures;
    walked.push(...edges.map(({ node }) => node.id));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  expect(walked).toEqual(whole.edges.map((edge: { node: { id: string } }) => edge.node.id));
  expect((await ask(manager, list, { first: 9, reason: 'UNLAWFUL' })).erasures).toMatchObject({ totalCount: 1, edges: [{ node: { reason: 'UNLAWFUL' } }] });
});

test('only administrators and managers see what is kept, erase and see who was erased', async () => {
  const { id } = await make({ kind: 'PERSON', name: 'Ana Gil' });
  const allowed: Role[] = [];
  for (const role of roles) {
    const viewer = await house.person(role, role === 'partner' ? { partnerId: await house.group('partner', 'Resellers') } : {});
    const codes = await Promise.all([house.ask(viewer, kept, { id }), house.ask(viewer, '{ erasures { totalCount } }'), house.ask(viewer, erase, { input: { customerId: id, reason: 'MADE' } })]);
    if (codes.slice(0, 2).every(({ errors }) => errors === undefined)) allowed.push(role);
    else expect([role, ...codes.slice(0, 2).map(({ errors }) => errors?.[0]?.extensions['code'])]).toEqual([role, 'FORBIDDEN', 'FORBIDDEN']);
    if (role === 'sales') expect((await house.ask(viewer, erase, { input: { customerId: id, reason: 'REQUEST' } })).errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  }
  expect(allowed).toEqual(['administrator', 'manager']);
});

test('a statement is kept with its purpose, basis, words and end; each is history', async () => {
  const { id } = await make({ kind: 'PERSON', name: 'Leo Ruiz' });
  const record = `mutation($input: RecordConsentInput!) { recordConsent(input: $input) { customer { facts { consentEmail } consents { channel state purpose lawfulBasis source proof wording document validUntil } } refusal { code field } } }`;
  const said = { customerId: id, channel: 'EMAIL', state: 'GRANTED', purpose: 'MARKETING', lawfulBasis: 'CONSENT', source: 'Fair', proof: 'Sheet 7', wording: 'I want news', document: 'Privacy 3', validUntil: '2027-01-01T00:00:00.000Z' };
  const { customerId: _, ...shown } = said;
  expect((await ask(manager, record, { input: said })).recordConsent).toEqual({ customer: { facts: { consentEmail: 'GRANTED' }, consents: [shown] }, refusal: null });
  const denied = (await ask(manager, record, { input: { customerId: id, channel: 'EMAIL', state: 'DENIED' } })).recordConsent;
  expect(denied.customer.facts.consentEmail).toBe('DENIED');
  expect(denied.customer.consents.map(({ state }: { state: string }) => state).sort()).toEqual(['DENIED', 'GRANTED']);
  expect((await ask(manager, record, { input: { ...said, purpose: 'FUN' } })).recordConsent.refusal).toEqual({ code: 'INVALID', field: 'purpose' });
});
