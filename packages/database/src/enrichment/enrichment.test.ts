import { type Enricher, fromWhatIsKnown } from '@orbita/domain/enrichment';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf, transact } from '#connection';
import { addContactPoint } from '#contacts';
import { createCustomer, customerById, type NewCustomer } from '#customers';
import type { Database } from '#database';
import { mergeCustomers } from '#merging';
import { done, makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { acceptMany, checkCustomers, decideProposal, enrichmentProposalById, openEnrichments, takeCertainEnrichment } from './index.ts';

let database: Database;
const writing = { ...writingAs('administrator'), now: new Date('2026-06-15T10:00:00Z') };
const { viewer, now } = writing;
const em = (): Em => database.em.fork();

beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
});
afterAll(() => database.close());

const checkAll = async (enrichers: readonly Enricher[] = [fromWhatIsKnown]) => { while (await checkCustomers(em(), { enrichers, writing })); };
const made = (input: NewCustomer) => done(transact(em(), (inner) => createCustomer(inner, input, writing)) as Promise<string>);
const proposals = (customerId: string) => rowsOf(em(), sql<{ id: string; field: string; value: string; state: string }>`
  select id, field, value, state from enrichment_proposal where customer_id = ${customerId}::uuid order by field`);
const decide = (id: string, as: 'ACCEPTED' | 'DISMISSED', by = writing): Promise<string | Refusal> => transact(em(), (inner) => decideProposal(inner, id, as, by));
const read = (id: string) => customerById(em(), id, { fields: new Set(['contactPoints', 'addresses']), facts: new Set() }, viewer, now);
const events = (id: string) => rowsOf(em(), sql<{ type: string }>`select type from timeline_event where customer_id = ${id}::uuid order by no`);
const organisation = (name: string, taxId: string): NewCustomer => ({ kind: 'ORGANISATION', name, taxId, contactPoints: [{ kind: 'EMAIL', value: `info@${name.toLowerCase()}.es` }] });

test('a person accepts: it is written through the verb by which he would, told, and proposed no more', async () => {
  const id = await made(organisation('Tobelos', 'B58378431'));
  await checkAll();
  const open = await proposals(id);
  expect(open.map(({ field, value }) => [field, value])).toEqual([['language', 'es'], ['tags', 's.l.'], ['website', 'https://tobelos.es']]);
  for (const proposal of open) await done(decide(proposal.id, 'ACCEPTED'));
  expect(await read(id)).toMatchObject({ language: 'es', tags: ['s.l.'], contactPoints: [{ kind: 'EMAIL' }, { kind: 'WEBSITE', value: 'https://tobelos.es' }] });
  expect((await events(id)).map(({ type }) => type)).toEqual(expect.arrayContaining(['customerUpdated', 'contactPointAdded', 'enrichmentAccepted']));
  await checkAll();
  expect((await proposals(id)).map(({ state }) => state)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
});

test('what is dismissed is never proposed again, and what somebody filled in meanwhile is not written over', async () => {
  const id = await made(organisation('Haro', 'A28015865'));
  await checkAll();
  const [language, tags, website] = await proposals(id);
  await done(decide(language!.id, 'DISMISSED'));
  await done(transact(em(), (inner) => addContactPoint(inner, { customerId: id, kind: 'WEBSITE', value: 'https://other.es' }, writing)));
  expect(await decide(website!.id, 'ACCEPTED')).toMatchObject({ code: 'CONFLICT', details: { because: 'FILLED_IN_MEANWHILE' } });
  await checkAll();
  expect((await proposals(id)).map(({ field, state }) => [field, state])).toEqual([['language', 'DISMISSED'], ['tags', 'OPEN']]);
  expect(await decide(language!.id, 'ACCEPTED')).toMatchObject({ details: { because: 'PROPOSAL_DECIDED' } });
  const stranger = { ...writingAs('sales'), now };
  expect(await decide(tags!.id, 'ACCEPTED', stranger)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await enrichmentProposalById(em(), tags!.id, stranger.viewer)).toBeNull();
  expect(await enrichmentProposalById(em(), tags!.id, { ...viewer, role: 'finance' })).toBeNull();
});

test('province and split name land where they belong', async () => {
  const id = await made({ kind: 'PERSON', givenName: 'Ana Ruiz Gil', addresses: [{ kind: 'HOME', street: 'Calle Mayor 1', city: 'Haro', postalCode: '26200' }] });
  await rowsOf(em(), sql`update address set province = null where customer_id = ${id}::uuid`);
  await checkAll();
  for (const { id: proposal } of await proposals(id)) await done(decide(proposal, 'ACCEPTED'));
  const row = await read(id);
  expect(row).toMatchObject({ givenName: 'Ana', familyName: 'Ruiz Gil', name: 'Ana Ruiz Gil', language: 'es' });
  expect(row?.addresses?.find((address) => address['isCurrent'])).toMatchObject({ kind: 'HOME', street: 'Calle Mayor 1', postalCode: '26200', province: 'La Rioja' });
});

test('many of one kind are accepted at once; what is refused waits', async () => {
  const ids = await Promise.all([['Uno', 'B60195278'], ['Dos', 'A58818501']].map(([name, taxId]) => made(organisation(name!, taxId!))));
  await checkAll();
  const waiting = (await openEnrichments(em(), viewer)).find(({ field }) => field === 'website');
  expect(waiting).toMatchObject({ confidence: 'LIKELY', proposals: 2 });
  expect(await acceptMany(em(), 'website', undefined, { ...writingAs('finance'), now })).toEqual({ accepted: 0, refused: 0 });
  expect(await acceptMany(em(), 'website', 'LIKELY', writing)).toEqual({ accepted: 2, refused: 0 });
  for (const id of ids) expect((await proposals(id)).find(({ field }) => field === 'website')?.state).toBe('ACCEPTED');
});

test('what is certain is taken without a person only where the company says so, and in the name of nobody', async () => {
  expect(isRefused(await transact(em(), (inner) => takeCertainEnrichment(inner, true, { ...writingAs('manager'), now })))).toBe(true);
  await done(transact(em(), (inner) => takeCertainEnrichment(inner, true, writing)));
  const id = await made(organisation('Tres', 'B84818442'));
  const clock = { ...writing, viewer: { ...viewer, userId: '' }, actor: { kind: 'SYSTEM', id: null, channel: 'JOB' } as const };
  while (await checkCustomers(em(), { enrichers: [fromWhatIsKnown], writing: clock }));
  expect((await proposals(id)).map(({ field, state }) => [field, state])).toEqual([['language', 'OPEN'], ['tags', 'ACCEPTED'], ['website', 'OPEN']]);
  expect((await read(id))?.tags).toEqual(['s.l.']);
  await done(transact(em(), (inner) => takeCertainEnrichment(inner, false, writing)));
});

test('another enricher beside: his failure takes back nothing of what he proposed, his silence does', async () => {
  const id = await made({ kind: 'ORGANISATION', name: 'Registrada' });
  let answer: 'yes' | 'no' | 'fail' = 'yes';
  const register: Enricher = {
    name: 'register', reads: ['name'],
    propose: ({ name }) => {
      if (answer === 'fail') return Promise.reject(new Error('offline'));
      return Promise.resolve(answer === 'yes' && name === 'Registrada' ? [{ field: 'website', value: 'https://registrada.example', because: { en: 'Register', es: 'Registro' }, confidence: 'LIKELY' }] : []);
    },
  };
  const again = async () => {
    await rowsOf(em(), sql`insert into quality_check (customer_id) values (${id}::uuid)`);
    await checkAll([fromWhatIsKnown, register]);
    return (await proposals(id)).map(({ value }) => value);
  };
  expect(await again()).toEqual(['https://registrada.example']);
  answer = 'fail';
  expect(await again()).toEqual(['https://registrada.example']);
  answer = 'no';
  expect(await again()).toEqual([]);
});

test('of one who was merged nothing waits, and what he dismissed is not proposed of the one he is now', async () => {
  const id = await made(organisation('Cuatro', 'B65410011'));
  const other = await made({ kind: 'ORGANISATION', name: 'Cuatro Sur', contactPoints: [{ kind: 'EMAIL', value: 'ventas@cuatro.es' }], evenIfDuplicate: true });
  await checkAll();
  const [website] = (await proposals(other)).filter(({ field }) => field === 'website');
  await done(decide(website!.id, 'DISMISSED'));
  await done(transact(em(), (inner) => mergeCustomers(inner, { survivorId: id, expectedVersion: 1, others: [{ id: other, expectedVersion: 1 }], choices: [] }, writing)));
  await checkAll();
  expect((await proposals(id)).filter(({ field }) => field === 'website')).toEqual([]);
});
