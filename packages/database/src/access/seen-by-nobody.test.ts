import { type Noun, scopeOf, type Viewer } from '@orbita/domain/access';
import { draftProfile } from '@orbita/domain/duplicates';
import { fromWhatIsKnown } from '@orbita/domain/enrichment';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTask, logActivity } from '#activities';
import { createProduct } from '#catalog';
import { type Em, newId, rowsOf, transact } from '#connection';
import { addContact } from '#contacts';
import { createCustomer } from '#customers';
import { checkDuplicates, startScan } from '#duplicates';
import { checkCustomers } from '#enrichment';
import type { Database } from '#database';
import { createCustomField } from '#field-definitions';
import { captureLead } from '#leads';
import { openOpportunity } from '#opportunities';
import { placeOrder } from '#orders';
import type { Writing } from '#requests';
import { createSegment } from '#segments';
import { createView } from '#views';
import { openTestDatabase } from '../testing/index.ts';
import { type NamedQuery, namedQueries } from './named-queries.fixture.ts';

const now = new Date('2026-06-15T10:00:00Z');
const [userId, companyId] = [newId(), newId()];
// One who belongs to no partner, in the role of a partner's people: nothing is his.
const nobody: Viewer = { userId: newId(), role: 'partner', teamId: null, partnerId: null, language: 'en' };
const everybody: Viewer = { ...nobody, userId, role: 'administrator' };
const writingOf = (viewer: Viewer): Writing => ({
  viewer, now, actor: { kind: 'USER', id: viewer.userId, channel: 'WEB' }, company: { id: companyId, zone: 'UTC', currency: 'EUR', country: 'ES' },
});
const known = { customer: '', segment: '', pipeline: '', job: '', ids: [] as string[] };
let database: Database;
let em: Em;

beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  const at = now.toISOString();
  await rowsOf(em, sql`insert into company (id, name, country, currency, zone, language, working_hours, updated_at) values (${companyId}::uuid, 'x', 'ES', 'EUR', 'UTC', 'en', '{}', ${at}::timestamptz)`);
  await rowsOf(em, sql`insert into business_line (id, name, is_default) values (${newId()}::uuid, 'x', true)`);
  await rowsOf(em, sql`insert into exchange_rate (currency, on_date, rate) values ('USD', '2026-01-01', 1)`);
  await rowsOf(em, sql`insert into team (id, name) values (${newId()}::uuid, 'x')`);
  await rowsOf(em, sql`insert into app_user (id, name, email, role) values (${userId}::uuid, 'Bodegas', 'x@x.example', 'administrator')`);
  await rowsOf(em, sql`insert into invitation (id, email, role, language, token_hash, invited_by, created_at, expires_at) values (${newId()}::uuid, 'x@x.es', 'sales', 'en', 'x', ${userId}::uuid, ${at}::timestamptz, '2030-01-01')`);
  await rowsOf(em, sql`insert into access_key (id, user_id, name, ending, secret_hash, created_at, expires_at) values (${newId()}::uuid, ${userId}::uuid, 'x', 'x', 'x', ${at}::timestamptz, '2030-01-01')`);
  await rowsOf(em, sql`insert into auth_session (id, token, user_id, expires_at) values (${newId()}::uuid, 'x', ${userId}::uuid, '2030-01-01')`);
  const write = async (verb: (em: Em, writing: Writing) => Promise<unknown>) => {
    const done = await transact(em, (inner) => verb(inner, writingOf(everybody)) as Promise<string | Refusal>);
    if (isRefused(done)) throw new Error(`${done.code} ${done.field}`);
    return done;
  };
  known.customer = await write((inner, writing) => createCustomer(inner, { kind: 'ORGANISATION', name: 'Bodegas Ríos', contactPoints: [{ kind: 'EMAIL', value: 'a@b.es' }] }, writing));
  await write((inner, writing) => addContact(inner, { customerId: known.customer, givenName: 'Eva' }, writing));
  await write((inner, writing) => createCustomField(inner, { entity: 'CUSTOMER', type: 'TEXT', label: { en: 'x', es: 'x' } }, writing));
  await write((inner, writing) => createProduct(inner, { code: 'R', name: 'Rioja', category: 'Wine', listPrice: '3' }, writing));
  await write((inner, writing) => placeOrder(inner, { customerId: known.customer, lines: [{ description: 'x', quantity: '1', unitPrice: '1' }] }, writing));
  await write((inner, writing) => logActivity(inner, { customerId: known.customer, kind: 'CALL', direction: 'OUTBOUND', subject: 'x' }, writing));
  const task = await write((inner, writing) => createTask(inner, { customerId: known.customer, subject: 'x', assigneeId: userId, dueAt: now }, writing));
  await rowsOf(em, sql`insert into notification (id, user_id, customer_id, activity_id, kind, created_at) values (${newId()}::uuid, ${userId}::uuid, ${known.customer}::uuid, ${task}::uuid, 'REMINDER', ${at}::timestamptz)`);
  await write((inner, writing) => captureLead(inner, { customerId: known.customer, channel: 'CALL', message: 'x' } as never, writing));
  const referred = await write((inner, writing) => createCustomer(inner, { kind: 'ORGANISATION', name: 'Recomendada' }, writing));
  await write((inner, writing) => createCustomer(inner, { kind: 'ORGANISATION', name: 'BODEGAS RIOS SL', evenIfDuplicate: true }, writing));
  while (await checkDuplicates(em, { now }));
  while (await checkCustomers(em, { enrichers: [fromWhatIsKnown], writing: writingOf(everybody) }));
  await startScan(em, { now, startedBy: userId });
  await rowsOf(em, sql`update customer set referred_by = ${known.customer}::uuid where id = ${referred}::uuid`);
  await rowsOf(em, sql`insert into routing_rule (id, name, position, rule, assignment, updated_at) values (${newId()}::uuid, 'x', 1, '{"and": []}', '{"skills": [], "assign": {"users": []}}', ${at}::timestamptz)`);
  await rowsOf(em, sql`insert into capture_door (id, kind, name, token, created_at, updated_at) values (${newId()}::uuid, 'FORM', 'x', 'x', ${at}::timestamptz, ${at}::timestamptz)`);
  await write((inner, writing) => openOpportunity(inner, { customerId: known.customer, title: 'x', amount: 100 }, writing));
  await rowsOf(em, sql`insert into erasure (id, customer_id, parts, reason, erased_at, salt, key_hashes) values (${newId()}::uuid, ${newId()}::uuid, '{}', 'REQUEST', ${at}::timestamptz, '', '{}')`);
  known.pipeline = (await rowsOf(em, sql<{ id: string }>`select id from pipeline`))[0]!.id;
  known.segment = await write((inner, writing) => createSegment(inner, { name: 'x', shared: true, list: [known.customer] } as never, writing));
  await rowsOf(em, sql`insert into segment_count (segment_id, counted_at, members, entered, departed) values (${known.segment}::uuid, ${at}::timestamptz, 1, 1, 0)`);
  await write((inner, writing) => createView(inner, { room: 'customers', name: 'x', search: {}, shared: true } as never, writing));
  await layImport(em, userId, at);
  for (const status of ['RUNNING', 'DONE']) {
    await rowsOf(em, sql`insert into bulk_change (id, subject, change, scope, started_by, status, done, finished_at, created_at, updated_at)
      values (${newId()}::uuid, 'CUSTOMER', '{"verb": "TAG"}', 'FILTER', ${userId}::uuid, ${status}, 1, case when ${status}::text = 'DONE' then ${at}::timestamptz end, ${at}::timestamptz, ${at}::timestamptz)`);
  }
  await rowsOf(em, sql`insert into bulk_row (bulk_id, place, target_id, outcome) select id, 1, ${known.customer}::uuid, 'DONE' from bulk_change`);
  const rows = await rowsOf(em, sql<{ id: string }>`
    select id from app_user union all select id from customer union all select id from sales_order union all select id from activity
    union all select id from product union all select id from notification union all select id from segment union all select id from saved_view
    union all select id from opportunity union all select id from pipeline union all select id from lead union all select id from lifecycle_model union all select id from duplicate_pair
    union all select id from enrichment_proposal union all select id from import_file union all select id from import_job union all select id from invitation union all select id from access_key union all select id from bulk_change
    union all select id from import_mapping`);
  known.job = (await rowsOf(em, sql<{ id: string }>`select id from import_job`))[0]!.id;
  known.ids = rows.map((row) => row.id);
});
afterAll(() => database.close());

/** An import that ended, of a file that is still here, by a mapping that was saved. */
async function layImport(em: Em, by: string, at: string): Promise<void> {
  const [file, job] = [newId(), newId()];
  await rowsOf(em, sql`insert into import_file (id, name, bytes, fingerprint, spreadsheet, pieces, uploaded_by, created_at) values (${file}::uuid, 'x', 1, 'x', false, 0, ${by}::uuid, ${at}::timestamptz)`);
  await rowsOf(em, sql`
    insert into import_job (id, room, file_name, mapping, status, counts, file_id, created_at, updated_at)
    values (${job}::uuid, 'customers', 'x', '{}', 'DONE', '{}', ${file}::uuid, ${at}::timestamptz, now())`);
  await rowsOf(em, sql`insert into import_problem (job_id, row_no, code) values (${job}::uuid, 2, 'REQUIRED')`);
  await rowsOf(em, sql`insert into import_touched (job_id, thing_id, kind) values (${job}::uuid, ${newId()}::uuid, 'CUSTOMER')`);
  await rowsOf(em, sql`
    insert into import_mapping (id, name, room, plan, created_by, created_at, updated_at)
    values (${newId()}::uuid, 'x', 'customers', '{"room": "customers", "columns": [{"column": "Name", "target": "customer.name"}]}', ${by}::uuid, ${at}::timestamptz, ${at}::timestamptz)`);
}

/** What a parameter is given, by its name; of `id` there are as many as there are things. A new name is one line here. */
const given = (viewer: Viewer, id: string): Record<string, unknown> => {
  const list = { kind: 'LIST', id: known.segment };
  const called = draftProfile({ kind: 'ORGANISATION', name: 'Bodegas Ríos' }, { country: 'ES' });
  const bulk = { subject: 'CUSTOMER', change: { verb: 'DELETE' }, targets: { filter: {} }, scope: 'FILTER' };
  const select = Object.assign(new Set(['number', 'amount']), { fields: new Set(['name', 'contactPoints']), facts: new Set(['ordersCount']) });
  return {
    em: em.fork(), viewer, writing: writingOf(viewer), now, id, ids: known.ids, askedId: known.customer, customerId: known.customer, customerIds: [known.customer],
    segmentId: known.segment, segment: list, a: list, b: list, meant: [list], rule: { and: [] }, filter: { size: 10, assigneeId: userId, state: 'OPEN', now, zone: 'UTC', pipelineId: known.pipeline, stage: 'contacted' }, '…': { id, expectedVersion: 1, now, zone: 'UTC', customerId: known.customer, by: 'MONTH', limit: 10, ...bulk }, ...bulk, bulkId: id, most: 10, moment: { now, zone: 'UTC' }, cohort: {}, model: 'operational', displayOrder: ['FIRST_CONTACT'], order: { by: 'name', descending: false },
    page: { size: 10, order: { by: 'name', descending: false }, by: 'openedAt', descending: true }, about: {}, since: new Date('2026-01-01T00:00:00Z'), zone: 'UTC', limit: 10, first: 10, wonSince: '2026-01-01', reading: { now, zone: 'UTC' },
    select, selectAt: () => select, shape: undefined,
    pair: { a: known.customer, b: known.customer }, text: 'bodegas', kind: 'team', room: undefined, entity: undefined, userId: undefined, noun: 'customer', action: 'update',
    by: 'SOURCE', field: 'website', confidence: 'LIKELY', jobId: known.job, header: ['Name'], keys: [{ kind: 'EMAIL', value: 'a@b.es' }], profile: called, profiles: [called],
  };
};

/** The figures of those that always answer with something. */
const figures: Record<string, (answer: any) => unknown> = { // oxlint-disable-line typescript/no-explicit-any -- each answer is of its own shape
  previewCounts: (counts) => counts.total,
  boardColumns: (rows) => rows.map((row: { count: number }) => row.count),
  breakdowns: (rows) => rows.map((row: { count: number }) => row.count),
  compareSegments: (compared) => compared.overlap,
  revenueSoFar: (row) => row && Object.values(row).map(Number),
  cohortTotals: ({ ledger }) => ledger.started,
  referralTree: (tree) => tree,
  sumOpportunities: ({ amount }) => Number(amount),
  qualityFigures: ({ customers }) => customers,
  stageFigures: (rows) => rows.map((row: { customers: number }) => row.customers),
  segmentHistory: (rows) => rows.filter((row: { members: number }) => row.members > 0),
};

/** Why these are not asked here. */
const left: Record<string, string> = {
  eraseAgain: 'for the start alone, in nobody’s name: shown in the test of restoring',
  endOpen: 'ends what is open of somebody whom eraseCustomer let be erased',
  claimIdentities: 'tells of another customer only to one who sees him, as the test of customers shows',
  advanceOpportunity: 'ends a write that opportunityToWrite let begin',
  companyOf: 'names the line that things of no line belong to, for a write that was let begin',
  createPipeline: 'is for roles, not for rows: asked in the test of opportunities',
  deletePipeline: 'is for roles, not for rows: asked in the test of opportunities',
  refuseStrangeLinks: 'ends a write that was let begin, as the test of values shows',
  rateFor: 'an exchange rate, for a write that was let begin',
  answerLeads: 'answers the leads of a customer for whom a contact was let be written',
  recordLead: 'ends a write that leadToWrite let begin',
  recordActivity: 'ends a write that activityToWrite let begin',
  recordOrder: 'ends a write that orderToWrite let begin',
  subjectOf: 'what gates read, for a write that opportunityToWrite let begin',
  tellOpportunity: 'ends a write that opportunityToWrite let begin',
  updatePipeline: 'is for roles, not for rows: asked in the test of opportunities',
  velocityOf: 'medians of visits that ended, of which there are none here; the test of measures shows that everybody sees his own',
  noteDown: 'ends a write that startBulkChange or undoBulkChange let begin',
  removeDemo: 'removes the example, for administrators alone, and is refused to all others by its mutation',
};

/** What a partner's people may read as well, as the policy says: the catalogue. */
const ofTheHouse: Record<string, Noun> = { listProducts: 'product', countProducts: 'product', productById: 'product', listCategories: 'product', listPipelines: 'pipeline', listLifecycleModels: 'lifecycle', lifecycleModelById: 'lifecycle', listCustomFields: 'customField', pipelinesByIds: 'pipeline' };

const isEmpty = (answer: unknown): boolean => {
  if (answer === null || answer === undefined || answer === 0 || isRefused(answer)) return true;
  if (Array.isArray(answer)) return answer.every(isEmpty);
  return typeof answer === 'object' && Object.values(answer).every(isEmpty);
};

/** Whether nothing at all comes, whichever thing is asked for; each asking is taken back. */
async function givesNothing(query: NamedQuery, viewer: Viewer): Promise<boolean> {
  for (const id of query.parameters.some((name) => name === 'id' || name === '…') ? known.ids : [known.customer]) {
    const values = given(viewer, id);
    const strange = query.parameters.filter((name) => !(name in values));
    if (strange.length > 0) throw new Error(`Say in this test what ${strange.join(', ')} of ${query.name} (${query.file}) is given.`);
    const answer = await em.fork({ clear: true }).transactional(async (inner) => {
      const got = await query.run(...query.parameters.map((name) => (name === 'em' ? inner : values[name])));
      throw new Taken(figures[query.name]?.(got) ?? got);
    }).catch((error: unknown) => { if (error instanceof Taken) return error.answer; throw error; });
    if (!isEmpty(answer)) return false;
  }
  return true;
}

class Taken extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('taken back');
    this.answer = answer;
  }
}

const queries = await namedQueries();

test.each(queries.filter(({ name }) => !(name in left)).map((query) => [query.name, query] as const))('%s gives nothing to one who may see nothing', async (_, query) => {
  expect(await givesNothing(query, everybody), 'one who sees everything gets nothing: the test could not fail').toBe(false);
  const noun = ofTheHouse[query.name];
  expect(await givesNothing(query, nobody)).toBe(noun === undefined || scopeOf(nobody.role, noun, 'read') === 'none');
});

test('every named query is there, and what is left out exists', () => {
  expect(queries.length).toBeGreaterThan(40);
  const names = new Set(queries.map(({ name }) => name));
  expect([...Object.keys(left), ...Object.keys(figures)].filter((name) => !names.has(name))).toEqual([]);
});
