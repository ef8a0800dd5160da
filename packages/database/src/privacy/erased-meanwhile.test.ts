import type { Enricher } from '@orbita/domain/enrichment';
import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logActivity } from '#activities';
import { type Em, rowsOf, transact } from '#connection';
import { addContact, addContactPoint } from '#contacts';
import { createCustomer, updateCustomer } from '#customers';
import type { Database } from '#database';
import { checkCustomers } from '#enrichment';
import { captureLead } from '#leads';
import type { Writing } from '#requests';
import { writer } from '../merging/two-customers.fixture.ts';
import { makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { everything } from './everything.fixture.ts';
import { eraseCustomer } from './index.ts';
import { canary, tellsOf } from './whole-person.fixture.ts';

const writing = { ...writingAs('administrator'), now: new Date('2026-06-15T10:00:00Z') };
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
});
afterAll(() => database.close());

test('what is written while he is erased is refused, or erased with him', async () => {
  const fates = new Set<string>();
  for (let round = 0; round < 12; round += 1) {
    const id = await writer(database, writing)((em, as) => createCustomer(em, { kind: 'PERSON', name: canary(`name${round}`) }, as));
    const writes: ((em: Em, as: Writing) => Promise<unknown>)[] = [
      (em, as) => updateCustomer(em, { id, expectedVersion: 1, name: canary('later') }, as),
      (em, as) => addContact(em, { customerId: id, givenName: canary('friend') }, as),
      (em, as) => addContactPoint(em, { customerId: id, kind: 'EMAIL', value: `${canary('late')}${round}@person.example` }, as),
      (em, as) => logActivity(em, { customerId: id, kind: 'NOTE', subject: canary('note') }, as),
      (em, as) => captureLead(em, { customerId: id, channel: 'CALL', message: canary('lead') } as never, as),
    ];
    const all = [...writes.slice(0, round % 6), (em: Em, as: Writing) => eraseCustomer(em, { customerId: id, reason: 'REQUEST', endOpen: true }, as), ...writes.slice(round % 6)];
    const answers = await Promise.all(all.map((verb) => transact(database.em.fork(), (em) => verb(em, writing) as Promise<string>)));
    const erased = answers[round % 6];
    expect(isRefused(erased), JSON.stringify(erased)).toBe(false);
    for (const answer of answers) fates.add(isRefused(answer) ? answer.code : 'written');
    expect((await everything(database.em.fork())).filter(({ text }) => tellsOf(text))).toEqual([]);
  }
  // Two writers of one version: the later is told so.
  expect([...fates].filter((fate) => fate !== 'STALE_VERSION').sort()).toEqual(['NOT_FOUND', 'written']);
  expect(await rowsOf(database.em.fork(), sql`select count(*)::int as count from erasure`)).toEqual([{ count: 12 }]);
});

test('what an enricher proposes of whoever is erased while he is asked is kept nowhere', async () => {
  const id = await writer(database, writing)((em, as) => createCustomer(em, { kind: 'PERSON', name: canary('enriched') }, as));
  const slow: Enricher = {
    name: 'slow', reads: ['name'],
    propose: async ({ name }) => {
      if (!name?.includes(canary('enriched'))) return [];
      const erased = await transact(database.em.fork(), (em) => eraseCustomer(em, { customerId: id, reason: 'REQUEST', endOpen: true }, writing));
      expect(isRefused(erased)).toBe(false);
      return [{ field: 'name', value: canary('proposed'), because: { en: 'x', es: 'x' }, confidence: 'LIKELY' }];
    },
  };
  while (await checkCustomers(database.em.fork(), { enrichers: [slow], writing }));
  expect(await rowsOf(database.em.fork(), sql`select value from enrichment_proposal where customer_id = ${id}::uuid`)).toEqual([]);
  expect((await everything(database.em.fork())).filter(({ text }) => tellsOf(text))).toEqual([]);
});
