import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTask, updateActivity } from '#activities';
import { rowsOf, transact } from '#connection';
import { createCustomer, updateCustomer } from '#customers';
import type { Database } from '#database';
import { openTestDatabase } from '../testing/index.ts';
import { done, makeCompany, writingAs } from './company.fixture.ts';

const times = 1000;
const atOnce = 4;

describe.skipIf(!process.env['TEST_DATABASE_URL'])(`two updates of one version, ${times} times`, () => {
  let database: Database;
  const writing = writingAs('administrator');
  const dueAt = new Date(writing.now.getTime() + 86_400_000);
  beforeAll(async () => {
    database = await openTestDatabase();
    await makeCompany(database, writing);
  });
  afterAll(() => database.close());

  test('of a customer and of a task one wins each time, and the other is told', async () => {
    const lanes = await Promise.all(Array.from({ length: atOnce }, (_, lane) => fight(lane)));
    expect(lanes.flat().filter((codes) => codes !== 'done STALE_VERSION')).toEqual([]);
    expect(lanes.flat()).toHaveLength(times);
    const [kept] = await rowsOf(database.em.fork(), sql<Record<string, number>>`
      select (select sum(version - 1)::int from customer) as customers, (select sum(version - 1)::int from activity) as tasks,
        (select count(*)::int from timeline_event where type = 'customerUpdated') as "customerEvents",
        (select count(*)::int from timeline_event where type = 'activityUpdated') as "taskEvents"`);
    expect(kept).toEqual({ customers: times / 2, tasks: times / 2, customerEvents: times / 2, taskEvents: times / 2 });
  });

  async function fight(lane: number): Promise<string[]> {
    const { em } = database;
    const customerId = await done(transact(em, (inner) => createCustomer(inner, { kind: 'ORGANISATION', name: `Bodegas ${lane}` }, writing)));
    const task = await done(transact(em, (inner) => createTask(inner, { customerId, subject: 'Call', dueAt }, writing)));
    const outcomes: string[] = [];
    for (let version = 1; version <= times / atOnce / 2; version += 1) {
      outcomes.push(
        await race((who) => transact(em, (inner) => updateCustomer(inner, { id: customerId, expectedVersion: version, name: `Bodegas ${lane} ${version} ${who}` }, writing))),
        await race((who) => transact(em, (inner) => updateActivity(inner, { id: task, expectedVersion: version, subject: `Call ${version} ${who}` }, writing))),
      );
    }
    return outcomes;
  }

  async function race(update: (who: number) => Promise<string | Refusal>): Promise<string> {
    const answers = await Promise.all([update(1), update(2)]);
    return answers.map((answer) => (isRefused(answer) ? answer.code : 'done')).sort((a, b) => (a === 'done' ? -1 : b === 'done' ? 1 : 0)).join(' ');
  }
});
