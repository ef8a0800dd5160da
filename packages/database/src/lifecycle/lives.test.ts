import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#database';
import { Story } from './life.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';

// Lives 1, 4, 8 and 9 wait for quotes, service and billing; 2 and 3, and what is asked and sold in 6, 7, 10 and 12, for
// leads and opportunities: here these four are told by their orders.
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

test('life 6, referral, by its orders', async () => {
  const a = await story.customer('2025-01-01');
  await story.order('2025-01-01', a);
  const b = await story.customer('2025-03-01');
  await story.referred('2025-03-01', b, a);
  await story.order('2025-03-05', b);
  expect((await story.check('2025-03-06', b))[0]).toBe('REFERRED AFTER_SALES');
  expect(await story.check('2025-03-06', a)).toEqual(['NEW AFTER_SALES', 'AFTER_SALES / AFTER_SALES / INTRODUCTION / MAINTAIN / CROSS_SELL']);
  expect(await story.check('2025-12-27', a)).toEqual([
    'NEW CLOSED REFERRED', 'RENEWAL_AND_GROWTH / CLOSED / DECLINE / RETAIN / RECOVERY']);
}, 60_000);

test('life 6, variant: who recommends and buys again', async () => {
  const a = await story.customer('2025-01-01');
  await story.order('2025-01-01', a);
  const b = await story.customer('2025-03-01');
  await story.referred('2025-03-01', b, a);
  await story.order('2025-03-05', b);
  await story.order('2025-06-01', a);
  expect(await story.check('2025-06-02', a)).toEqual([
    'NEW CLOSED RECURRENT_AND_REFERRED · RECURRENT AFTER_SALES', 'FOLLOW_UP / AFTER_SALES / GROWTH / BUILD_LOYALTY / LOYALTY']);
}, 60_000);

test('life 7, churn and win-back, by its orders', async () => {
  const id = await story.customer('2024-01-01');
  await story.order('2024-01-01', id);
  expect(await story.check('2024-08-28', id)).toEqual(['NEW AFTER_SALES', 'RENEWAL_AND_GROWTH / AFTER_SALES / DECLINE / RETAIN / CHURN_PREVENTION']);
  expect(await story.check('2024-12-26', id)).toEqual([
    'NEW CLOSED LOST in AFTER_SALES', 'RENEWAL_AND_GROWTH / CLOSED / DECLINE / RETAIN / RECOVERY']);
  await story.order('2025-02-20', id);
  expect(await story.check('2025-02-21', id)).toEqual([
    'NEW CLOSED LOST in AFTER_SALES · WIN_BACK AFTER_SALES', 'FOLLOW_UP / AFTER_SALES / GROWTH / BUILD_LOYALTY / CROSS_SELL']);
}, 60_000);

test('life 10, contract, without the opportunity of its renewal', async () => {
  const id = await story.customer('2024-06-01');
  const first = await story.order('2024-06-01', id, { contractEndsAt: '2025-06-01' });
  expect(await story.check('2025-01-01', id)).toEqual(['NEW AFTER_SALES', 'AFTER_SALES / AFTER_SALES / INTRODUCTION / MAINTAIN / CROSS_SELL']);
  expect((await story.check('2025-03-03', id))[1]).toMatch(/^RENEWAL_AND_GROWTH/);
  const second = await story.order('2025-05-20', id, { contractEndsAt: '2026-06-01', renews: first });
  expect(await story.check('2025-05-21', id)).toEqual([
    'NEW CLOSED RECURRENT · RENEWAL AFTER_SALES', 'FOLLOW_UP / AFTER_SALES / GROWTH / BUILD_LOYALTY / CROSS_SELL']);
  await story.terminated('2026-02-01', second, '2026-06-01');
  expect(await story.check('2026-02-02', id)).toEqual([
    'NEW CLOSED RECURRENT · RENEWAL AFTER_SALES', 'AFTER_SALES / AFTER_SALES / DECLINE / RETAIN / CHURN_PREVENTION']);
  expect(await story.check('2026-06-01', id)).toEqual([
    'NEW CLOSED RECURRENT · RENEWAL CLOSED LOST in AFTER_SALES', 'RENEWAL_AND_GROWTH / CLOSED / DECLINE / RETAIN / RECOVERY']);
}, 60_000);

test('life 12, two lines, without the opportunity that is lost', async () => {
  const id = await story.customer('2025-01-15');
  await story.order('2025-01-15', id, { line: 'L1' });
  for (const day of ['2025-02-15', '2025-03-15', '2025-04-15']) await story.order(day, id, { line: 'L2' });
  const bought = 'RECURRENT CLOSED RECURRENT · RECURRENT CLOSED RECURRENT · RECURRENT';
  expect(await story.check('2025-05-02', id)).toEqual([
    `NEW AFTER_SALES · ${bought} AFTER_SALES`, 'RENEWAL_AND_GROWTH / AFTER_SALES / GROWTH / BUILD_LOYALTY / LOYALTY']);
  expect((await story.check('2025-06-16', id))[1]).toBe('RENEWAL_AND_GROWTH / AFTER_SALES / DECLINE / RETAIN / CHURN_PREVENTION');
  expect(await story.check('2025-07-17', id)).toEqual([
    `NEW AFTER_SALES · ${bought} CLOSED LOST in AFTER_SALES`, 'RENEWAL_AND_GROWTH / AFTER_SALES / DECLINE / RETAIN / RECOVERY']);
  expect(await story.check('2026-01-10', id)).toEqual([
    `NEW CLOSED RECURRENT · ${bought} CLOSED LOST in AFTER_SALES`, 'RENEWAL_AND_GROWTH / CLOSED / DECLINE / RETAIN / RECOVERY']);
}, 60_000);

test('an order that nobody tracks and that is cancelled ends its cycle, as one that came back does', async () => {
  const id = await story.customer('2025-01-10');
  await story.cancelled('2025-01-12', await story.order('2025-01-10', id));
  expect(await story.check('2025-01-13', id)).toEqual([
    'NEW CLOSED LOST in AFTER_SALES', 'FIRST_CONTACT / CLOSED / INTRODUCTION / ACQUIRE / ACQUISITION']);
  await story.returned('2025-02-12', await story.order('2025-02-10', id, { tracked: true }));
  expect((await story.check('2025-02-13', id))[0]).toBe('NEW CLOSED LOST in AFTER_SALES · NEW CLOSED LOST in DELIVERY');
}, 60_000);

test('who leaves ends his cycles, those in which we owe when we do not; taken back, only he has not left', async () => {
  const id = await story.customer('2025-01-10');
  const owed = await story.order('2025-01-10', id, { tracked: true });
  await story.order('2025-01-11', id, { line: 'L2' });
  await story.left('2025-01-20', id);
  expect(await story.check('2025-01-21', id)).toEqual([
    'NEW DELIVERY · RECURRENT CLOSED LOST in AFTER_SALES', 'FOLLOW_UP / DELIVERY / DECLINE / RETAIN / RECOVERY']);
  await story.delivered('2025-01-25', owed);
  await story.settled('2025-01-26', owed);
  const ended = 'NEW CLOSED RECURRENT · RECURRENT CLOSED LOST in AFTER_SALES';
  expect((await story.check('2025-01-27', id))[0]).toBe(ended);
  await story.stayed('2025-01-28', id);
  expect(await story.check('2025-01-29', id)).toEqual([ended, 'AFTER_SALES / CLOSED / GROWTH / BUILD_LOYALTY / CROSS_SELL']);
}, 60_000);
