import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#database';
import { Story } from './life.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';

let database: Database;
let story: Story;
beforeAll(async () => {
  database = await openTestDatabase();
  story = await Story.begin(database);
});
afterAll(() => database.close());

test('life 5, recurrent', async () => {
  const id = await story.customer('2025-01-01');
  await story.order('2025-01-01', id);
  expect(await story.check('2025-01-20', id)).toEqual(['NEW AFTER_SALES', 'AFTER_SALES / AFTER_SALES / INTRODUCTION / MAINTAIN / CROSS_SELL']);
  await story.order('2025-01-31', id);
  expect(await story.check('2025-02-05', id)).toEqual([
    'NEW CLOSED RECURRENT · RECURRENT AFTER_SALES', 'FOLLOW_UP / AFTER_SALES / GROWTH / BUILD_LOYALTY / CROSS_SELL']);
  await story.order('2025-03-02', id);
  await story.order('2025-04-01', id);
  const recurrent = 'NEW CLOSED RECURRENT · RECURRENT CLOSED RECURRENT · RECURRENT CLOSED RECURRENT · RECURRENT ';
  expect(await story.check('2025-04-02', id)).toEqual([
    `${recurrent}AFTER_SALES`, 'RENEWAL_AND_GROWTH / AFTER_SALES / GROWTH / BUILD_LOYALTY / LOYALTY']);
  expect(await story.check('2025-05-31', id)).toEqual([
    `${recurrent}AFTER_SALES`, 'RENEWAL_AND_GROWTH / AFTER_SALES / DECLINE / RETAIN / CHURN_PREVENTION']);
  expect(await story.check('2025-06-30', id)).toEqual([
    `${recurrent}CLOSED LOST in AFTER_SALES`, 'RENEWAL_AND_GROWTH / CLOSED / DECLINE / RETAIN / RECOVERY']);
}, 60_000);

test('life 11, return', async () => {
  const id = await story.customer('2025-01-10');
  const order = await story.order('2025-01-10', id, { tracked: true });
  await story.delivered('2025-01-15', order);
  await story.settled('2025-01-20', order);
  await story.returned('2025-02-01', order, '0.2');
  expect(await story.check('2025-02-02', id)).toEqual(['NEW AFTER_SALES', 'AFTER_SALES / AFTER_SALES / INTRODUCTION / MAINTAIN / CROSS_SELL']);
  await story.returned('2025-02-10', order);
  expect(await story.check('2025-02-11', id)).toEqual([
    'NEW CLOSED LOST in AFTER_SALES', 'FIRST_CONTACT / CLOSED / INTRODUCTION / ACQUIRE / ACQUISITION']);
  await story.order('2025-05-01', id);
  expect(await story.check('2025-05-02', id)).toEqual([
    'NEW CLOSED LOST in AFTER_SALES · NEW AFTER_SALES', 'FOLLOW_UP / AFTER_SALES / INTRODUCTION / MAINTAIN / CROSS_SELL']);
}, 60_000);
