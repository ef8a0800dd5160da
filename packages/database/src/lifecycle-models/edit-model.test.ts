import { isRefused } from '@orbita/domain/refusal';
import { shippedModels, stageOf } from '@orbita/domain/lifecycle';
import { arbitraryStanding } from '@orbita/domain/lifecycle/standing.fixture';
import { fixtureNow } from '@orbita/domain/rules/rule.fixture';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf, transact } from '#connection';
import type { Database } from '#database';
import { at } from '../facts/rows.fixture.ts';
import { storeSubjects } from '../rules/subjects.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { Story } from '../lifecycle/life.fixture.ts';
import {
  judgeAnew, lifecycleModelById, type LifecycleModelRow, listLifecycleModels, previewMoves, previewSample, ruleCatalogue, stageByRules, stageFigures,
  stageHistory,
} from '#lifecycle';
import { activateLifecycleModel, createLifecycleModel, deactivateLifecycleModel, updateLifecycleModel } from './index.ts';
import { createSegment, countMembers } from '#segments';
import { factsOf } from '#facts';
import type { Rule } from '@orbita/domain/rules';

const patience = 120_000;
/** What every row has. */
const written = { kind: 'PERSON', name: 'x', customerSince: fixtureNow - 1, doNotContact: false, tags: [] };
let database: Database;
let story: Story;
let em: Em;
beforeAll(async () => {
  database = await openTestDatabase();
  story = await Story.begin(database);
  em = database.em.fork();
}, patience);
afterAll(() => database.close());

const day = '2025-03-01';
const viewer = () => story.on(day).viewer;
const modelNamed = async (key: string): Promise<LifecycleModelRow> => {
  const model = (await listLifecycleModels(em, viewer())).find((one) => one.key === key);
  if (!model) throw new Error(`no model ${key}`);
  return model;
};
/** The model as somebody edits it: another rule for one of its stages. */
const edited = ({ key, name, stages, evaluationOrder }: LifecycleModelRow, stage: string, rule: Rule) =>
  ({ key, name, evaluationOrder, stages: stages.map((one) => (one.key === stage ? { ...one, rule } : one)) });
const publish = async (model: LifecycleModelRow, next: unknown): Promise<unknown> =>
  transact(database.em.fork(), (inner) => updateLifecycleModel(inner as Em, { id: model.id, expectedVersion: model.version, model: next }, story.on(day)));
const turn = async (key: string, to: typeof activateLifecycleModel): Promise<unknown> => {
  const { id, version: expectedVersion } = await modelNamed(key);
  return transact(database.em.fork(), (inner) => to(inner as Em, { id, expectedVersion }, story.on(day)));
};
const judgeAll = async (limit?: number): Promise<number> => {
  for (let rounds = 0; ; rounds += 1) if (!await judgeAnew(database.em.fork(), { now: at(day), ...(limit ? { limit } : {}) })) return rounds;
};
const standing = async (id: string, model: string) => (await rowsOf(em, sql<{ one: { stage: string; previous: string | null } | null }>`
  select stages -> ${model} as one from customer_facts where customer_id = ${id}::uuid`))[0]?.one;
const moves = (id: string) => rowsOf(em, sql<{ cause: string | null; changes: { model: string; from: string | null; to: string }[] }>`
  select payload ->> 'cause' as cause, payload -> 'changes' as changes from timeline_event
  where customer_id = ${id}::uuid and type = 'stageChanged' order by no desc limit 1`);

test('the stages of every model by SQL over all are those in memory, one by one', async () => {
  const seed = 20_260_401;
  const subjects = fc.sample(arbitraryStanding(fixtureNow, ['D', 'S', 'G', 'Q', 'M']), { numRuns: 600, seed }).map((facts) => ({ facts: { ...written, ...facts } }));
  await em.transactional(async (inner) => {
    const ids = await storeSubjects(inner as Em, subjects);
    for (const model of shippedModels) {
      const rows = await rowsOf(inner as Em, sql<{ id: string; stage: string }>`
        select f.customer_id as id, ${stageByRules(model, { now: new Date(fixtureNow) })} as stage
        from customer_facts f where f.customer_id = any(${ids}::uuid[])`);
      const stored = await factsOf(inner as Em, ids);
      const inSql = new Map(rows.map(({ id, stage }) => [id, stage]));
      for (const id of ids) expect(`${model.key} ${inSql.get(id)}`).toBe(`${model.key} ${stageOf(model, stored.get(id)!, fixtureNow).stage}`);
      expect(new Set(inSql.values()).size).toBeGreaterThan(2);
    }
    throw new Error('leave nothing');
  }).catch((error: unknown) => { if ((error as Error).message !== 'leave nothing') throw error; });
}, patience);

test('an edit is previewed, moves whom it said, for that cause and no other, batch by batch', async () => {
  const buyers = [await story.customer('2025-02-20'), await story.customer('2025-02-20'), await story.customer('2025-02-20')];
  for (const id of buyers) await story.order('2025-02-27', id);
  const lead = await story.customer('2025-02-20');
  await story.tick(at(day));
  const model = await modelNamed('programme');
  const next = edited(model, 'BUILD_LOYALTY', { fact: 'ordersCount', is: 'ge', value: 1 });
  const preview = await previewMoves(em, next, { viewer: viewer(), now: at(day) });
  expect(preview.toSorted((a, b) => a.to.localeCompare(b.to))).toEqual([
    { from: 'ACQUIRE', to: 'ACQUIRE', customers: 1 }, { from: 'MAINTAIN', to: 'BUILD_LOYALTY', customers: 3 }]);
  expect(await previewSample(em, next, { viewer: viewer(), now: at(day), size: 2 })).toHaveLength(2);

  expect(await publish(model, next)).toBe(model.id);
  expect((await lifecycleModelById(em, model.id, viewer()))?.judging).toEqual({ judged: 0, total: 4 });
  expect(await standing(buyers[0]!, 'programme')).toMatchObject({ stage: 'MAINTAIN' });
  // One is judged, then the process dies; another is written to; the rest follows where it stood.
  await judgeAnew(database.em.fork(), { now: at(day), limit: 1 });
  expect((await lifecycleModelById(em, model.id, viewer()))?.judging).toEqual({ judged: 1, total: 4 });
  await story.order(day, buyers[2]!);
  expect(await moves(buyers[2]!)).toMatchObject([{ cause: null }]);
  const [byEdit] = await rowsOf(em, sql`select 1 from timeline_event where customer_id = ${buyers[2]!}::uuid and payload ->> 'cause' = 'MODEL_EDITED'`);
  expect(byEdit).toBeDefined();
  await judgeAll(1);
  expect((await lifecycleModelById(em, model.id, viewer()))?.judging).toBeNull();
  for (const id of buyers) expect(await standing(id, 'programme')).toMatchObject({ stage: 'BUILD_LOYALTY' });
  expect(await moves(buyers[0]!)).toMatchObject([{ cause: 'MODEL_EDITED', changes: [{ model: 'programme', from: 'MAINTAIN', to: 'BUILD_LOYALTY' }] }]);
  expect(await standing(lead, 'programme')).toMatchObject({ stage: 'ACQUIRE', rules: 2 });
  expect((await stageHistory(em, buyers[0]!, 'programme', viewer())).map(({ stage }) => stage)).toEqual(['BUILD_LOYALTY', 'MAINTAIN', 'ACQUIRE']);
  expect(await previewMoves(em, next, { viewer: viewer(), now: at(day) })).toEqual(expect.arrayContaining([
    { from: 'BUILD_LOYALTY', to: 'BUILD_LOYALTY', customers: 3 }]));
  expect(await judgeAll()).toBe(0);
  const figures = await stageFigures(em, 'programme', model.stages.map(({ key }) => key), viewer(), at('2025-03-25'));
  expect(figures.find(({ stage }) => stage === 'BUILD_LOYALTY')).toMatchObject({ customers: 3, shareOfBuyers: 100, medianDaysSoFar: 24, medianDays: null });
  expect(figures.find(({ stage }) => stage === 'ACQUIRE')).toMatchObject({ customers: 1, medianDays: 7, moveOnShare: 75 });
}, patience);

test('texts move nobody; a rule that time flips brings the review forward', async () => {
  const model = await modelNamed('value');
  const texts = { ...edited(model, 'none', { and: [] }), name: { en: 'Worth', es: 'Valía' } };
  await publish(model, texts);
  expect(await lifecycleModelById(em, model.id, viewer())).toMatchObject({ name: { en: 'Worth' }, judging: null, version: model.version + 1 });
  expect((await ruleCatalogue(em)).facts.get('stage.value')?.label.en).toBe('Stage · Worth');
  await rowsOf(em, sql`update customer_facts set next_review_at = null`);
  await publish(await modelNamed('value'), edited(await modelNamed('value'), 'DECLINE', { fact: 'lastOrderAt', is: 'daysSince', compare: 'ge', days: 9 }));
  await judgeAll();
  const [soon] = await rowsOf(em, sql<{ first: string }>`select min(next_review_at) as first from customer_facts`);
  expect(new Date(soon!.first)).toEqual(at('2025-03-08'));
}, patience);

test('a model of the company: made from another, switched on, read by rules, switched off', async () => {
  const writing = story.on(day);
  const made = await transact(database.em.fork(), (inner) => createLifecycleModel(inner as Em, { name: { en: 'Our way', es: 'A nuestra manera' } }, writing));
  if (isRefused(made)) throw new Error(made.code);
  const draft = await modelNamed('ourWay');
  expect(draft).toMatchObject({ id: made, active: false, shipped: false, stages: [{ key: 'EVERYBODY' }] });
  const everybody = draft.stages[0]!;
  const next = { key: 'ourWay', name: draft.name, evaluationOrder: ['BUYERS', 'EVERYBODY'], stages: [
    everybody, { ...everybody, key: 'BUYERS', name: { en: 'Buyers', es: 'Compradores' }, rule: { fact: 'ordersCount', is: 'ge', value: 1 } }] };
  await publish(draft, next);
  await turn('ourWay', activateLifecycleModel);
  await judgeAll();
  const rule = { fact: 'stage.ourWay', is: 'eq', value: 'BUYERS' } as const;
  const segment = await transact(database.em.fork(), (inner) => createSegment(inner as Em, { name: 'Ours', rule }, writing));
  expect(isRefused(segment)).toBe(false);
  const [counted] = await rowsOf(em, sql<{ count: number }>`select count(*)::int as count from customer_facts where orders_count > 0 and not hidden`);
  expect(counted!.count).toBe(3);
  expect(await countMembers(em, [{ kind: 'RULE', rule }, { kind: 'RULE', rule: { fact: 'stage.commercial', is: 'eq', value: 'ACQUISITION' } }], viewer(), at(day))).toEqual([3, 1]);

  expect(await turn('ourWay', deactivateLifecycleModel)).toBe(made);
  await judgeAll();
  const [left] = await rowsOf(em, sql<{ standing: number; open: number; ended: number }>`
    select (select count(*)::int from customer_facts where jsonb_exists(stages, 'ourWay')) as standing,
      count(*) filter (where left_at is null)::int as open, count(*)::int as ended from stage_visit where model = 'ourWay'`);
  expect(left).toEqual({ standing: 0, open: 0, ended: 4 });
  expect(await countMembers(em, [{ kind: 'RULE', rule }], viewer(), at(day))).toEqual([0]);
  const again = await transact(database.em.fork(), (inner) => createLifecycleModel(inner as Em, { name: { en: 'Our way', es: 'x' }, copyOf: made }, writing));
  expect(isRefused(again)).toBe(false);
  expect((await modelNamed('ourWay2')).stages).toHaveLength(2);
}, patience);

test('what cannot be is refused, and nothing is written', async () => {
  const model = await modelNamed('commercial');
  const bad = edited(model, 'LOYALTY', { fact: 'stage.value', is: 'eq', value: 'GROWTH' });
  expect(await publish(model, bad)).toMatchObject({ refused: true, code: 'RULE_INVALID', field: 'model.stages.2.rule.fact' });
  expect(await publish({ ...model, version: 7 }, bad)).toMatchObject({ code: 'STALE_VERSION' });
  expect(await publish(model, { ...edited(model, 'x', { and: [] }), key: 'other' })).toMatchObject({ code: 'CONFLICT', field: 'model.key' });
  for (const key of ['operational', 'digital', 'value', 'programme']) await turn(key, deactivateLifecycleModel);
  expect(await turn('commercial', deactivateLifecycleModel)).toMatchObject({ code: 'CONFLICT' });
}, patience);
