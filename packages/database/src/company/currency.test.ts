import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { updateCompany } from '#company';
import { type Em, newId, rowsOf, tryOut } from '#connection';
import { createCustomer, setAcquisitionCost } from '#customers';
import type { Database } from '#database';
import { captureLead, createRoutingRule, evaluateLead } from '#leads';
import { openOpportunity } from '#opportunities';
import { done, makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';

let database: Database;
const writing = writingAs('administrator');
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
});
afterAll(() => database.close());

/** What comes of another currency after something was written; all of it is taken back. */
const afterwards = (effect: (em: Em, customerId: string) => Promise<string | Refusal>) => tryOut(database.em, async (em) => {
  const customerId = await done(createCustomer(em, { kind: 'ORGANISATION', name: newId() }, writing));
  await done(effect(em, customerId));
  const [{ version } = { version: 0 }] = await rowsOf(em, sql<{ version: number }>`select version from company`);
  const answer = await updateCompany(em, { expectedVersion: version, currency: 'USD' }, writing);
  return isRefused(answer) ? answer.details?.['because'] : 'changed';
});

test.each<[string, (em: Em, customerId: string) => Promise<string | Refusal>]>([
  ['an opportunity', (em, customerId) => openOpportunity(em, { customerId, title: 'Prensa', amount: 100 }, writing)],
  ['the budget asked of an opportunity', (em, customerId) => openOpportunity(em, { customerId, title: 'Prensa', qualification: { budget: { amount: 100 } } }, writing)],
  ['the budget asked of a lead', async (em, customerId) => {
    const id = await done(captureLead(em, { channel: 'CALL', customerId }, writing));
    return evaluateLead(em, { id, expectedVersion: 1, qualification: { budget: { amount: 0 } } }, writing);
  }],
  ['what it cost to win a customer', (em, id) => setAcquisitionCost(em, { id, expectedVersion: 1, cost: '10' }, writing)],
])('%s has an amount: the company keeps its currency', async (_, effect) => {
  expect(await afterwards(effect)).toBe('AMOUNTS_EXIST');
});

test.each<[string, (em: Em, customerId: string) => Promise<string | Refusal>]>([
  ['an opportunity and a lead of which no amount is known', async (em, customerId) => {
    await done(captureLead(em, { channel: 'CALL', customerId }, writing));
    return openOpportunity(em, { customerId, title: 'Prensa', qualification: { need: { answer: 'YES' } } }, writing);
  }],
  ['the bounds of a rule, which people edit', (em) => createRoutingRule(em, { name: 'Ferias', rule: { and: [] }, minimumValue: 100, assign: { to: 'OWNER' } }, writing)],
])('%s do not keep it', async (_, effect) => {
  expect(await afterwards(effect)).toBe('changed');
});
