import { setTimeout } from 'node:timers/promises';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createProduct, updateProduct } from '#catalog';
import { type Em, newId, rowsOf, transact } from '#connection';
import type { Database } from '#database';
import { archiveCustomField, createCustomField } from '#field-definitions';
import {
  createCaptureDoor, createRoutingRule, deleteCaptureDoor, deleteRoutingRule, sortRoutingRules, updateCaptureDoor, updateRoutingRule,
} from '#leads';
import { createLifecycleModel } from '#lifecycle-models';
import { openTestDatabase } from '../testing/index.ts';
import { done, makeCompany, writingAs } from './company.fixture.ts';

type Write = (em: Em) => Promise<string | true | Refusal>;

const writing = writingAs('administrator');
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await makeCompany(database, writing);
});
afterAll(() => database.close());

const make = (write: (em: Em) => Promise<string | Refusal>) => done(transact(database.em, write));

/** What the second of two is told who comes while the first has written and not yet committed. */
async function whileWriting(first: Write, second: Write): Promise<string> {
  let comes: Promise<string | true | Refusal> | undefined;
  const wrote = await transact(database.em, async (em) => {
    const answer = await first(em);
    comes = transact(database.em, second);
    comes.catch(() => undefined);
    await setTimeout(150);
    return answer;
  });
  expect(isRefused(wrote)).toBe(false);
  const answer = await comes!;
  return isRefused(answer) ? answer.code : 'done';
}

const rule = { rule: { and: [] }, assign: { to: 'OWNER' } } as const;
const aRule = () => make((em) => createRoutingRule(em, { name: 'Made', ...rule }, writing));
const aDoor = () => make((em) => createCaptureDoor(em, { kind: 'FORM', name: 'Made', active: false }, writing));
const changeRule = (id: string): Write => (em) => updateRoutingRule(em, { id, expectedVersion: 1, name: newId(), ...rule }, writing);
const changeDoor = (id: string): Write => (em) => updateCaptureDoor(em, { id, expectedVersion: 1, name: newId() }, writing);

test('of two who change a routing rule at once the second is told that it is another one now, or that it is gone', async () => {
  const [changed, gone] = [await aRule(), await aRule()];
  const remove = (id: string): Write => (em) => deleteRoutingRule(em, { id, expectedVersion: 1 }, writing);
  expect(await whileWriting(changeRule(changed), changeRule(changed))).toBe('STALE_VERSION');
  expect(await whileWriting(changeRule(gone), remove(gone))).toBe('STALE_VERSION');
  const removed = await aRule();
  expect(await whileWriting(remove(removed), changeRule(removed))).toBe('NOT_FOUND');
});

test('routing rules are put in order while one of them is changed, and by two at once', async () => {
  const ids = [await aRule(), await aRule(), await aRule()];
  const sort = (order: readonly string[]): Write => (em) => sortRoutingRules(em, order, writing);
  expect(await whileWriting(changeRule(ids[1]!), sort(ids.toReversed()))).toBe('done');
  expect(await whileWriting(sort(ids), sort([ids[2]!, ids[0]!, ids[1]!]))).toBe('done');
  const stand = await rowsOf(database.em.fork(), sql<{ id: string }>`select id from routing_rule where id = any(${ids}::uuid[]) order by position`);
  expect(stand.map(({ id }) => id)).toEqual([ids[2], ids[0], ids[1]]);
});

test('of two who change a capture door at once the second is told', async () => {
  const [changed, gone] = [await aDoor(), await aDoor()];
  const remove: Write = (em) => deleteCaptureDoor(em, { id: gone, expectedVersion: 1 }, writing);
  expect(await whileWriting(changeDoor(changed), changeDoor(changed))).toBe('STALE_VERSION');
  expect(await whileWriting(changeDoor(gone), remove)).toBe('STALE_VERSION');
});

test('a product that a file changes meanwhile is another one for whoever changes it by hand', async () => {
  const id = await make((em) => createProduct(em, { code: 'A', name: 'Made' }, writing));
  const byFile: Write = async (em) => {
    await rowsOf(em, sql`update product set name = 'By file', version = version + 1 where id = ${id}::uuid`);
    return true;
  };
  expect(await whileWriting(byFile, (em) => updateProduct(em, { id, expectedVersion: 1, name: 'By hand' }, writing))).toBe('STALE_VERSION');
});

test('a field is put away while somebody edits the model whose rules read it', async () => {
  const fieldId = await make((em) => createCustomField(em, { entity: 'CUSTOMER', type: 'TEXT', label: { en: 'Floor', es: 'Suelo' } }, writing));
  const [{ name } = { name: '' }] = await rowsOf(database.em.fork(), sql<{ name: string }>`select name from custom_field where id = ${fieldId}::uuid`);
  const id = await make((em) => createLifecycleModel(em, { name: { en: 'Own', es: 'Propio' } }, writing));
  await rowsOf(database.em.fork(), sql`
    update lifecycle_model set active = true, stages = jsonb_set(stages, '{0,entry}', ${JSON.stringify({ fact: `custom.${name}`, is: 'isSet' })}::jsonb) where id = ${id}::uuid`);
  const edit: Write = async (em) => {
    await rowsOf(em, sql`update lifecycle_model set version = version + 1, rules_version = rules_version + 1 where id = ${id}::uuid`);
    return true;
  };
  expect(await whileWriting(edit, (em) => archiveCustomField(em, { id: fieldId, expectedVersion: 1 }, writing))).toBe('done');
  const [model] = await rowsOf(database.em.fork(), sql<{ judged: number }>`select rules_version as judged from lifecycle_model where id = ${id}::uuid`);
  expect(model).toEqual({ judged: 3 });
});
