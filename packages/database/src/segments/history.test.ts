import type { Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, newId, rowsOf } from '#connection';
import type { Database } from '#database';
import { aCustomer, insertRows } from '../facts/rows.fixture.ts';
import { makeCompany, writingAs } from '../reliability/company.fixture.ts';
import { openTestDatabase } from '../testing/index.ts';
import { type CountedRow, refreshAllSegments, segmentHistory } from './index.ts';

const manager = writingAs('manager');
const sales: Viewer = { ...writingAs('sales').viewer, teamId: newId() };
const { zone } = manager.company;
const [quarter, day] = [15 * 60_000, 86_400_000];
const first = Date.parse('2026-03-27T00:00:00Z');
const days = 6; // In them a day of 23 hours, in Madrid.
const last = first + days * day;
const allDays = ['2026-03-27', '2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02'];

interface Membership { readonly his: boolean; readonly entered: number; readonly left: number | null }
interface Count { readonly at: number; readonly members: number; readonly entered: number; readonly departed: number }

// Who came and left when, some at the very instant of a count; half of them the viewer's.
const memberships: Membership[] = Array.from({ length: 60 }, (_, at) => {
  const entered = first - day + ((at * 7919) % ((days + 1) * 96)) * quarter + (at % 3) * 60_000;
  return { his: at % 2 === 0, entered, left: at % 4 === 3 ? null : entered + (1 + (at * 31) % 150) * quarter };
});
const instants = Array.from({ length: days * 96 }, (_, at) => first + at * quarter);

/** What each count found, as those that came and left since the one before. */
const countsOf = (members: readonly Membership[], at: readonly number[]): Count[] => at.map((until, place) => {
  const since = at[place - 1] ?? -Infinity;
  const between = (one: number | null) => one !== null && one > since && one <= until;
  return {
    at: until, members: members.filter(({ entered, left }) => entered <= until && (left === null || left > until)).length,
    entered: members.filter(({ entered }) => between(entered)).length, departed: members.filter(({ left }) => between(left)).length,
  };
});

const dayOf = (at: number | string) => new Intl.DateTimeFormat('sv', { timeZone: zone, dateStyle: 'short' }).format(new Date(at));
const lastOfDays = instants.filter((at, place) => instants[place + 1] === undefined || dayOf(at) !== dayOf(instants[place + 1]!));
const told = (rows: readonly CountedRow[]): Count[] => rows.map(({ countedAt, ...row }) => ({ at: Date.parse(countedAt), ...row }));

let database: Database;
let em: Em;
const id = newId();
beforeAll(async () => {
  database = await openTestDatabase();
  em = database.em.fork();
  await makeCompany(database, manager);
  await rowsOf(em, sql`insert into team (id, name) values (${sales.teamId}::uuid, 'x')`);
  const at = new Date(first);
  await insertRows(em, 'segment', [{ id, name: 'x', kind: 'LIST', shared: true, created_at: at, updated_at: at }]);
  for (const { his, entered, left } of memberships) {
    const customerId = await aCustomer(em);
    await insertRows(em, 'customer_facts', [{
      customer_id: customerId, name: 'Ana', kind: 'PERSON', customer_since: at, refreshed_at: at, reviewed_at: at, team_id: his ? sales.teamId : null,
    }]);
    await insertRows(em, 'segment_member', [{ segment_id: id, customer_id: customerId, entered_at: new Date(entered), left_at: left === null ? null : new Date(left) }]);
  }
  await insertRows(em, 'segment_count', countsOf(memberships, instants).map(({ at: counted, ...count }) => ({ segment_id: id, counted_at: new Date(counted), ...count })));
});
afterAll(() => database.close());

const history = async (viewer: Viewer, since = first) => told(await segmentHistory(em, id, new Date(since), zone, viewer));

test('a history has one count a day, of the company\'s days: its last, with who came and left in all of them', async () => {
  expect(lastOfDays.map(dayOf)).toEqual(allDays);
  expect(await history(manager.viewer)).toEqual(countsOf(memberships, lastOfDays));
  // What is asked for begins with a day: none is told of by its rest alone.
  expect(await history(manager.viewer, first + 3.6 * day)).toEqual(countsOf(memberships, lastOfDays).slice(3));
});

test('who sees some customers gets the same of these', async () => {
  const his = countsOf(memberships.filter((one) => one.his), lastOfDays);
  expect(await history(sales)).toEqual(his);
  expect(await history(sales, first + 3.6 * day)).toEqual(his.slice(3));
  expect((await history({ ...sales, teamId: null })).map(({ members, entered, departed }) => members + entered + departed)).toEqual(allDays.map(() => 0));
});

test('the job keeps every count for three days and then one a day, and no history changes by it', async () => {
  const before = [await history(manager.viewer), await history(sales)];
  const now = new Date(last + day / 2);
  await refreshAllSegments(em, now);
  const kept = await rowsOf(em, sql<{ at: string }>`select counted_at as at from segment_count where segment_id = ${id}::uuid and counted_at <= ${new Date(last).toISOString()}::timestamptz`);
  const a = (on: string) => kept.filter(({ at }) => dayOf(at) === on).length;
  expect(allDays.map(a)).toEqual([1, 1, 1, 96, 96, 96, 8]);
  const toThen = (rows: readonly Count[]) => rows.filter(({ at }) => dayOf(at) !== allDays.at(-1));
  expect([toThen(await history(manager.viewer)), toThen(await history(sales))]).toEqual(before.map(toThen));
  await refreshAllSegments(em, new Date(now.getTime() + quarter));
  expect([toThen(await history(manager.viewer)), toThen(await history(sales))]).toEqual(before.map(toThen));
});
