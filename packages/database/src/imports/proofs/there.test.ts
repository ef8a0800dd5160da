import type { CustomFieldInput } from '@orbita/domain/custom-fields';
import { isRefused } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf, transact } from '#connection';
import type { Database } from '#database';
import { createCustomField } from '#field-definitions';
import { updateLead } from '#leads';
import { loseOpportunity, updateOpportunity } from '#opportunities';
import type { Writing } from '#requests';
import { outOfStep } from '../../custom-fields/out-of-step.fixture.ts';
import { dumpOf } from '../../merging/two-customers.fixture.ts';
import { askUndo, runWaitingImports } from '../index.ts';
import { previewImport } from '../preview-import.ts';
import { byVerbs, luz, openCompany } from './by-verbs.fixture.ts';
import { mappingOf } from './imports.fixture.ts';
import { type Loaded, loadText, source } from './load-text.fixture.ts';

let database: Database;
const label = (en: string, es = en) => ({ en, es });
const field = async (input: CustomFieldInput): Promise<string> => (await byVerbs(database)).write('2024-01-01T00:00', async (em, writing) => createCustomField(em, input, writing));
const rows = <Row>(query: ReturnType<typeof sql<Row>>) => rowsOf(database.em.fork(), query);
const all = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0 };

beforeEach(begin);
async function begin(): Promise<void> {
  database = await openCompany();
  for (const entity of ['LEAD', 'OPPORTUNITY'] as const) {
    await field({ entity, type: 'TEXT', label: label('Press', 'Prensa') });
    await field({ entity, type: 'NUMBER', label: label('Litres', 'Litros'), decimals: 1 });
    await field({ entity, type: 'MONEY', label: label('Rent', 'Renta') });
  }
}
afterEach(async () => {
  expect(await outOfStep(database.em.fork())).toEqual([]);
  await database.close();
});

const own = { 'custom.press': 'Press', 'custom.litres': 'Litres', 'custom.rent': 'Rent' };
const deals = (onExisting?: string, more: object = {}) => ({
  room: 'opportunities', system: 'crm', files: { rows: {} }, ...(onExisting ? { onExisting } : {}), ...more,
  opportunity: {
    externalId: 'Id', title: 'Title', amount: 'Amount', currency: 'Currency', status: 'Status', stage: 'Stage', openedAt: 'Opened', closedAt: 'Closed', expectedCloseOn: 'Expected',
    lossReason: 'Reason', owner: 'Owner', pipeline: 'Pipeline', ...own,
  },
  customer: { externalId: 'Client', name: 'Company', kind: { constant: 'ORGANISATION' } },
});
const columns = ['Id', 'Title', 'Amount', 'Currency', 'Status', 'Stage', 'Opened', 'Closed', 'Expected', 'Reason', 'Owner', 'Pipeline', 'Press', 'Litres', 'Rent', 'Client', 'Company'];
type Row = Readonly<Partial<Record<string, string>>>;
const fileOf = (names: readonly string[], given: readonly Row[]): string => `${[names, ...given.map((row) => names.map((name) => row[name] ?? ''))].map((cells) => cells.join(',')).join('\n')}\n`;
const file = (...given: Row[]): string => fileOf(columns, given.map((row) => ({ Opened: '2024-02-01 10:00', Client: `c${row['Id']}`, Company: `Bodega ${row['Id']}`, Title: 'Press', ...row })));
const told = ({ state, problems }: Loaded) => [state.rows, problems];
const events = () => rows<{ type: string }>(sql`select type, payload ->> 'importId' as import, payload -> 'changed' as changed from timeline_event order by recorded_at, customer_id, no`);
const opportunities = () => rows(sql`
  select reference, title, amount::int as amount, currency, stage, status, expected_close_on::text as expected, owner_id as owner, custom from opportunity order by reference`);

const before = file(
  { Id: '1' },
  { Id: '2', Amount: '100', Stage: 'understood', Expected: '2024-06-01', Owner: 'Luz', Press: 'old', Litres: '1.5', Rent: '10' },
  { Id: '3', Amount: '50', Status: 'LOST', Closed: '2024-02-05', Reason: 'PRICE' },
  { Id: '4', Amount: '50', Expected: '2024-06-01', Status: 'WON', Closed: '2024-02-05' },
);
const said: Row = { Amount: '250.5', Expected: '2024-07-01', Owner: 'max@example.com', Press: 'new', Litres: '2.5', Rent: '20.05' };
const after = file(
  { Id: '1', ...said, Title: 'Another press', Stage: 'understood' }, { Id: '2', ...said, Title: 'Another press', Stage: 'proposal' },
  { Id: '3', ...said, Stage: 'proposal' }, { Id: '4', ...said, Amount: '60', Title: 'Another press' },
);
const same = { amount: 25_050, currency: 'EUR', expected: '2024-07-01', custom: { press: 'new', litres: 25, rent: 2005 } };

test('a file fills what is empty of opportunities that are there, and tells where it differs; again, nothing happens', { timeout: 60_000 }, async () => {
  await loadText(database, deals(), before);
  const [max] = await rows(sql<{ id: string }>`select id from app_user where name = 'Max'`);
  const there = await opportunities();
  const loaded = await loadText(database, deals(), after);
  expect(told(loaded)).toEqual([{ ...all, updated: 1, unchanged: 3 }, [
    { row: 2, column: 'Stage, Title', code: 'KEPT' }, { row: 3, column: 'Stage, Title, Expected, Amount, Owner, Press, Litres, Rent', code: 'KEPT' },
    { row: 4, column: 'Status, Stage, Amount, Expected, Owner, Press, Litres, Rent', code: 'KEPT' }, { row: 5, column: 'Status, Title, Expected, Owner, Press, Litres, Rent', code: 'KEPT' },
  ].map((one) => expect.objectContaining({ row: one.row, code: one.code }))]);
  const [kept] = await rows(sql<{ columns: string }>`select column_name as columns from import_problem where job_id = ${loaded.jobId}::uuid and row_no = 3`);
  expect(kept!.columns.split(', ').toSorted()).toEqual(['Amount', 'Expected', 'Litres', 'Owner', 'Press', 'Rent', 'Stage', 'Title']);
  expect(await opportunities()).toEqual([{ ...there[0] as object, ...same, owner: max!.id }, ...there.slice(1)]);
  expect((await events()).filter(({ type }) => type.startsWith('opportunity')).slice(-1)).toEqual([
    { type: 'opportunityUpdated', import: loaded.jobId, changed: ['amount', 'expectedCloseOn', 'ownerId', 'custom.press', 'custom.litres', 'custom.rent'] },
  ]);
  const past = await events();
  expect((await loadText(database, deals(), after)).state.rows).toEqual({ ...all, unchanged: 4 });
  expect(await events()).toEqual(past);
});

test('a file whose mapping says so writes over them and moves them through their gates; what is closed is not opened, and told', { timeout: 60_000 }, async () => {
  await loadText(database, deals(), before);
  const there = await opportunities();
  const [max] = await rows(sql<{ id: string }>`select id from app_user where name = 'Max'`);
  const previewed = await previewImport(database, { mapping: mappingOf(deals('update')), source: source('rows.csv', after), startedBy: luz, now: new Date() });
  if (isRefused(previewed)) throw new Error(previewed.code);
  expect(await opportunities()).toEqual(there);
  const { state, problems } = await loadText(database, deals('update'), after);
  expect(previewed.state.rows).toEqual(state.rows);
  expect([state.rows, problems]).toEqual([{ ...all, updated: 2, unchanged: 2 }, [expect.objectContaining({ row: 4, code: 'KEPT' }), expect.objectContaining({ row: 5, code: 'KEPT' })]]);
  expect(await opportunities()).toEqual([
    { ...there[0] as object, ...same, title: 'Another press', owner: max!.id, stage: 'understood' }, { ...there[1] as object, ...same, title: 'Another press', owner: max!.id, stage: 'proposal' },
    ...there.slice(2),
  ]);
  expect(await rows(sql`select v.stage, v.left_at is null as here from opportunity_visit v join opportunity o on o.id = v.opportunity_id where o.reference = 'crm:2' order by v.no`)).toEqual([
    { stage: 'contacted', here: false }, { stage: 'understood', here: false }, { stage: 'proposal', here: true },
  ]);
  const past = await events();
  expect((await loadText(database, deals('update'), after)).state.rows).toEqual({ ...all, unchanged: 4 });
  expect(await events()).toEqual(past);
  expect((await loadText(database, deals('skip'), file({ Id: '1' }, { Id: '9' }))).state.rows).toEqual({ ...all, created: 1, skipped: 1 });
});

test('a row whose gate does not hold changes nothing, unless somebody who may goes past it', { timeout: 60_000 }, async () => {
  await loadText(database, deals(), before);
  const there = await opportunities();
  const [past, bold] = [await events(), file({ Id: '1', Stage: 'proposal', Owner: 'Luz', Press: 'new' }, { Id: '2', Stage: 'nowhere' }, { Id: '2', Currency: 'USD', Amount: '7' }, { Id: '2', Owner: 'Nobody' })];
  const { state, problems } = await loadText(database, deals('update', { onUnknownOwner: 'refuse' }), bold);
  expect([state.rows, problems]).toEqual([{ ...all, refused: 3, unchanged: 1 }, [
    { row: 2, column: 'Stage', code: 'GATE_NOT_MET' }, { row: 3, column: 'Stage', code: 'NOT_FOUND' }, expect.objectContaining({ row: 4, code: 'KEPT' }), { row: 5, column: 'Owner', code: 'NOT_FOUND' },
  ]]);
  expect(told(await loadText(database, deals('update'), file({ Id: '2', Currency: 'USD', Amount: '7' })))).toEqual([{ ...all, refused: 1 }, [{ row: 2, column: 'Currency', code: 'INVALID' }]]);
  expect([await opportunities(), await events()]).toEqual([there, past]);
  const passed = await loadText(database, deals('update', { override: { by: 'max@example.com', reason: 'As it stands there' } }), file({ Id: '1', Stage: 'proposal', Owner: 'Luz' }));
  expect(passed.state.rows).toEqual({ ...all, updated: 1 });
  expect(await rows(sql`
    select u.name as by, v.override_reason as reason from timeline_event e join app_user u on u.id::text = e.payload -> 'overridden' ->> 'by'
    join opportunity_visit v on v.override_reason is not null where e.type = 'opportunityMoved'`)).toEqual([{ by: 'Max', reason: 'As it stands there' }]);
});

test('of several rows of one opportunity the first decides and later ones fill, in whatever batch; broken off, it ends the same', { timeout: 60_000 }, async () => {
  const twice = file(
    { Id: '1', Press: 'first' }, { Id: '1', Amount: '5', Press: 'second' }, ...['2', '3', '4', '5', '6', '7', '8'].map((Id) => ({ Id, Opened: '2024-02-02 10:00' })), { Id: '1', Opened: '2024-02-03 10:00', Press: 'third', Expected: '2024-09-01' },
  );
  const changed = twice.replaceAll(',Press,', ',Mill,').replace('Pipeline,Mill,', 'Pipeline,Press,').replace('first', 'uno').replace(',5,', ',6,');
  const ends: unknown[] = [];
  for (const options of [{}, { batchRows: 1 }, { batchRows: 1, stops: [0.2, 0.6, 0.8] }]) {
    await loadText(database, deals('update'), twice, undefined, options);
    const [made] = await opportunities();
    expect(made).toMatchObject({ title: 'Press', amount: 500, expected: '2024-09-01', custom: { press: 'first' } });
    expect((await loadText(database, deals('update'), twice, undefined, options)).state.rows).toEqual({ ...all, unchanged: 10 });
    await loadText(database, deals('update'), changed, undefined, options);
    ends.push([await opportunities(), (await events()).map(({ type }) => type).toSorted()]);
    await database.close();
    await begin();
  }
  expect(ends[0]).toMatchObject([[{ title: 'Mill', amount: 500, custom: { press: 'uno' } }, ...Array.from({ length: 7 }, () => ({ title: 'Mill' }))], {}]);
  expect(ends.slice(1)).toEqual([ends[0], ends[0]]);
});

const undo = async ({ jobId }: Pick<Loaded, 'jobId'>): Promise<unknown> => {
  const em = database.em.fork();
  const [company] = await rowsOf(em, sql<Writing['company']>`select id, zone, currency, country from company`);
  const viewer = { userId: luz, role: 'administrator', teamId: null, partnerId: null, language: 'en' } as const;
  const asked = await transact(em, (inner) => askUndo(inner, jobId, { viewer, actor: { kind: 'USER', id: luz, channel: 'WEB' }, now: new Date(), company: company! }));
  expect(isRefused(asked) && asked).toBe(false);
  await runWaitingImports(database);
  return (await rows(sql<{ undone: unknown }>`select undone from import_job where id = ${jobId}::uuid`))[0]!.undone;
};
const dump = async () => {
  // An import leaves it to the hour to find out who is like whom.
  const { duplicate_key: _, duplicate_check: __, quality_check: ___, ...held } = await dumpOf(database.em.fork(), (await rows(sql<{ id: string }>`select id from customer order by id`)).map(({ id }) => id));
  return held;
};

test('undone, they are as they were, but what somebody worked on since, or a later file', { timeout: 60_000 }, async () => {
  await loadText(database, deals(), before);
  const was = await dump();
  const first = await loadText(database, deals('update'), after);
  expect(await dump()).not.toEqual(was);
  const versions = () => rows<{ version: number }>(sql`select version from opportunity order by reference`).then((found) => found.map(({ version }) => version));
  expect(await versions()).toEqual([3, 3, 1, 1]);
  expect(await undo(first)).toEqual({ restored: 2, removed: 0, left: 0 });
  expect([await dump(), await versions()]).toEqual([was, [4, 4, 1, 1]]);
  const second = await loadText(database, deals('update'), after);
  const { write, of } = await byVerbs(database);
  const [one] = await rows(sql<{ id: string }>`select id from opportunity where reference = 'crm:1'`);
  await write('2027-01-01T10:00', async (em, writing) => updateOpportunity(em, { ...await of(em, 'opportunity', one!.id), title: 'By hand' }, writing));
  await loadText(database, deals('update'), file({ Id: '2', Title: 'By a later file' }));
  expect(await undo(second)).toEqual({ restored: 0, removed: 0, left: 2 });
  expect((await opportunities()).map((row) => (row as { title: string }).title)).toEqual(['By hand', 'By a later file', 'Press', 'Press']);
});

test('an opportunity that was lost here stays lost, and none goes to another pipeline: the row is told', { timeout: 60_000 }, async () => {
  await loadText(database, deals(), before);
  const { write, of } = await byVerbs(database);
  const [two] = await rows(sql<{ id: string }>`select id from opportunity where reference = 'crm:2'`);
  await write('2026-01-01T10:00', async (em, writing) => loseOpportunity(em, { ...await of(em, 'opportunity', two!.id), reason: 'PRICE' }, writing));
  const there = await opportunities();
  const elsewhere = await loadText(database, deals('update'), file({ Id: '1', Pipeline: 'Works', Stage: 'Begun' }));
  expect([elsewhere.state.rows, Object.keys(elsewhere.state.kept).toSorted()]).toEqual([{ ...all, unchanged: 1 }, ['Pipeline', 'Stage']]);
  const { state } = await loadText(database, deals('update'), file({ Id: '2', ...said, Stage: 'proposal' }));
  expect([state.rows, Object.keys(state.kept).toSorted()]).toEqual([{ ...all, unchanged: 1 }, ['Amount', 'Expected', 'Litres', 'Owner', 'Press', 'Rent', 'Stage']]);
  expect(await opportunities()).toEqual(there);
});

const leadColumns = ['Id', 'Captured', 'Status', 'Reason', 'Decided', 'Subject', 'Owner', 'Press', 'Litres', 'Rent', 'Client', 'Company'];
const leads = (onExisting?: string) => ({
  room: 'leads', system: 'crm', files: { rows: {} }, ...(onExisting ? { onExisting } : {}),
  lead: { externalId: 'Id', capturedAt: 'Captured', status: 'Status', disqualifiedReason: 'Reason', decidedAt: 'Decided', subject: 'Subject', owner: 'Owner', ...own },
  customer: { externalId: 'Client', name: 'Company', kind: { constant: 'ORGANISATION' } },
});
const leadFile = (...given: Row[]): string => fileOf(leadColumns, given.map((row) => ({ Captured: '2024-02-01 10:00', Client: `c${row['Id']}`, Company: `Bodega ${row['Id']}`, ...row })));
const standing = () => rows(sql`select reference, status, subject, owner_id as owner, custom from lead order by reference`);

test('leads that are there are filled, written over or left, with their owners and own fields; nobody is called to them', { timeout: 60_000 }, async () => {
  const lost: Row = { Status: 'DISQUALIFIED', Reason: 'NO_BUDGET', Decided: '2024-02-03 10:00' };
  await loadText(database, leads(), leadFile({ Id: '1', Subject: 'Press' }, { Id: '2', Owner: 'Luz', Press: 'old', Litres: '1' }, { Id: '3', ...lost }));
  const [there, was, [max]] = [await standing(), await dump(), await rows(sql<{ id: string }>`select id from app_user where name = 'Max'`)];
  const next = leadFile({ Id: '1', Subject: 'Mill', Owner: 'Max', Press: 'new', Litres: '2.5', Rent: '7' }, { Id: '2', Owner: 'Max', Press: 'new', Rent: '7', Status: 'WORKED' }, { Id: '3', ...lost, Press: 'new' });
  const filled = await loadText(database, leads(), next);
  expect([filled.state.rows, filled.state.kept]).toEqual([{ ...all, updated: 2, unchanged: 1 }, { Subject: 1, Status: 1, Owner: 1, Press: 2 }]);
  expect(await standing()).toEqual([
    { ...there[0] as object, owner: max!.id, custom: { press: 'new', litres: 25, rent: 700 } }, { ...there[1] as object, custom: { press: 'old', litres: 10, rent: 700 } }, there[2],
  ]);
  const past = await events();
  expect((await loadText(database, leads(), next)).state.rows).toEqual({ ...all, unchanged: 3 });
  expect(await events()).toEqual(past);
  expect(await undo(filled)).toEqual({ restored: 2, removed: 0, left: 0 });
  expect(await dump()).toEqual(was);
  const written = await loadText(database, leads('update'), next);
  expect([written.state.rows, written.state.kept]).toEqual([{ ...all, updated: 2, unchanged: 1 }, { Subject: 1, Status: 1, Press: 1 }]);
  expect(await standing()).toEqual([
    { ...there[0] as object, owner: max!.id, custom: { press: 'new', litres: 25, rent: 700 } }, { ...there[1] as object, owner: max!.id, custom: { press: 'new', litres: 10, rent: 700 } }, there[2],
  ]);
  expect(await rows(sql`select kind from notification`)).toEqual([]);
  const { write, of } = await byVerbs(database);
  const [two] = await rows(sql<{ id: string }>`select id from lead where reference = 'crm:2'`);
  await write('2027-01-01T10:00', async (em, writing) => updateLead(em, { ...await of(em, 'lead', two!.id), custom: [{ name: 'press', text: 'by hand' }] }, writing));
  expect(await undo(written)).toEqual({ restored: 1, removed: 0, left: 1 });
  expect((await standing()).slice(0, 2)).toEqual([there[0], expect.objectContaining({ owner: max!.id, custom: { press: 'by hand', litres: 10, rent: 700 } })]);
  expect((await loadText(database, leads('skip'), next)).state.rows).toEqual({ ...all, skipped: 3 });
});
