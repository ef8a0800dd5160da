import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf, run, transact } from '#connection';
import { addContact, removeContact } from '#contacts';
import { createCustomer } from '#customers';
import type { Database } from '#database';
import { captureLead, disqualifyLead, type LeadAt, qualifyLead, reopenLead } from '#leads';
import { done, makeCompany, writingAs } from '../../reliability/company.fixture.ts';
import { openTestDatabase } from '../../testing/index.ts';
import { loseOpportunity, openOpportunity, reopenOpportunity } from '../index.ts';

let database: Database;
const writing = writingAs('administrator');
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
});
afterAll(() => database.close());

const write = (effect: (em: Em) => Promise<string | Refusal>) => done(transact(database.em, effect));
const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);

interface Life {
  readonly customerId: string;
  readonly ownerId: string;
  readonly contactId: string;
}

/** A customer with somebody who looks after him and somebody who speaks for him. */
async function life(): Promise<Life> {
  const ownerId = newId();
  await run(database.em.fork(), sql`insert into app_user (id, name, email, role) values (${ownerId}::uuid, 'Sol', ${`${ownerId}@example.com`}, 'sales')`);
  const customerId = await write((em) => createCustomer(em, { kind: 'ORGANISATION', name: newId(), ownerId }, writing));
  await write((em) => addContact(em, { customerId, givenName: 'Eva' }, writing));
  const [contact] = await rows<{ id: string }>(sql`select id from contact where customer_id = ${customerId}::uuid`);
  return { customerId, ownerId, contactId: contact!.id };
}

const leave = ({ ownerId }: Life) => run(database.em.fork(), sql`update app_user set active = false where id = ${ownerId}::uuid`);
const takeOut = ({ customerId, contactId }: Life) => write((em) => removeContact(em, customerId, contactId, writing));

/** An open lead of his, with both. */
async function leadOf({ customerId, contactId }: Life): Promise<LeadAt> {
  const id = await write((em) => captureLead(em, { channel: 'CALL', customerId }, writing));
  await run(database.em.fork(), sql`update lead set contact_id = ${contactId}::uuid where id = ${id}::uuid`);
  return { id, expectedVersion: 1 };
}

/** Something of his that ends later, and what takes it up then. */
const followed: Record<string, (one: Life) => Promise<() => Promise<string>>> = {
  'a lead that is qualified': async (one) => {
    const lead = await leadOf(one);
    return async () => {
      await write((em) => qualifyLead(em, { ...lead, title: 'Prensa', qualification: { need: { answer: 'YES' } } }, writing));
      return (await rows<{ id: string }>(sql`select opportunity_id as id from lead where id = ${lead.id}::uuid`))[0]!.id;
    };
  },
  'a lead that is taken up again': async (one) => {
    const lead = await leadOf(one);
    await write((em) => disqualifyLead(em, { ...lead, reason: 'NO_BUDGET' }, writing));
    return () => write((em) => reopenLead(em, { ...lead, expectedVersion: 2 }, writing));
  },
  'an opportunity that is taken up again': async ({ customerId, ownerId, contactId }) => {
    const id = await write((em) => openOpportunity(em, { customerId, title: 'Prensa', ownerId, contactId }, writing));
    await write((em) => loseOpportunity(em, { id, expectedVersion: 1, reason: 'PRICE' }, writing));
    return () => write((em) => reopenOpportunity(em, { id, expectedVersion: 2 }, writing));
  },
};

test.each(Object.entries(followed))('%s goes on with its owner and its contact as far as they are still there', async (_, follow) => {
  for (const gone of [[], [takeOut], [leave], [takeOut, leave]]) {
    const one = await life();
    const takeUp = await follow(one);
    for (const goes of gone) await goes(one);
    const id = await takeUp();
    expect(await rows(sql`
      select owner_id as "ownerId", contact_id as "contactId" from (
        select id, owner_id, contact_id from opportunity union all select id, owner_id, contact_id from lead) x where id = ${id}::uuid`)).toEqual([{
      ownerId: gone.includes(leave) ? null : one.ownerId, contactId: gone.includes(takeOut) ? null : one.contactId,
    }]);
  }
});

test('whoever asks for an owner or a contact who is gone is told so', async () => {
  const one = await life();
  await takeOut(one);
  await leave(one);
  const { customerId } = one;
  const open = async (asked: object) => {
    const answer = await transact(database.em, (em) => openOpportunity(em, { customerId, title: 'Prensa', ...asked }, writing));
    return isRefused(answer) ? `${answer.code} ${answer.field}` : 'done';
  };
  expect([await open({ ownerId: one.ownerId }), await open({ contactId: one.contactId })]).toEqual(['NOT_FOUND ownerId', 'NOT_FOUND contactId']);
});
