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

test('who was recommended and buys at once proves it as one whose lead was qualified does', async () => {
  const a = await story.customer('2025-01-01');
  await story.order('2025-01-01', a);
  const b = await story.customer('2025-03-01');
  await story.referred('2025-03-01', b, a);
  await story.order('2025-03-05', b);
  expect((await story.check('2025-03-06', b))[0]).toBe('REFERRED AFTER_SALES');
  expect(await story.referrals(a)).toEqual([1]);
  expect((await story.check('2025-12-27', a))[0]).toBe('NEW CLOSED REFERRED');
}, 60_000);

test('a contract renewed by an order alone has a cycle of its own', async () => {
  const id = await story.customer('2024-06-01');
  const first = await story.order('2024-06-01', id, { contractEndsAt: '2025-06-01' });
  await story.order('2025-05-20', id, { contractEndsAt: '2026-06-01', renews: first });
  expect((await story.check('2025-05-21', id))[0]).toBe('NEW CLOSED RECURRENT · RENEWAL AFTER_SALES');
}, 60_000);

test('two opportunities in one line are two cycles, of which one may be lost', async () => {
  const id = await story.customer('2025-01-10');
  const first = await story.opportunity('2025-01-10', id);
  const second = await story.opportunity('2025-01-11', id);
  await story.lost('2025-01-20', first);
  await story.won('2025-01-21', second);
  expect((await story.check('2025-01-22', id))[0]).toBe('NEW CLOSED LOST in OPPORTUNITY · NEW AFTER_SALES');
}, 60_000);

test('who buys weekly and pays in 60 days has cycles beside each other; the first ends well when it is settled', async () => {
  const id = await story.customer('2025-01-01');
  const [first] = [await story.order('2025-01-01', id, { tracked: true }), await story.order('2025-01-08', id, { tracked: true })];
  await story.delivered('2025-01-09', first);
  expect((await story.check('2025-01-10', id))[0]).toBe('NEW BILLING · RECURRENT DELIVERY');
  await story.settled('2025-03-02', first);
  expect((await story.check('2025-03-03', id))[0]).toBe('NEW CLOSED RECURRENT · RECURRENT DELIVERY');
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
