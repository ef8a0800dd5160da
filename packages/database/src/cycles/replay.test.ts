import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Em, rowsOf } from '#connection';
import { loadCycles } from '#cycles';
import type { Database } from '#database';
import { Story } from '../lifecycle/life.fixture.ts';
import { randomFrom } from '../demo/index.ts';
import { openTestDatabase } from '../testing/index.ts';
import { replay } from './replay.fixture.ts';

let database: Database;
let story: Story;
let em: Em;
beforeAll(async () => {
  database = await openTestDatabase();
  story = await Story.begin(database);
  em = database.em.fork();
});
afterAll(() => database.close());

interface Held { readonly id: string; readonly contractEndsAt: string | null }

const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** Random lives of four customers, one of whom recommends the others, through the real writes; the clock ticks when it likes. */
async function live(seed: number): Promise<string[]> {
  const random = randomFrom(seed);
  let day = '2024-01-01';
  const ids = [await story.customer(day), await story.customer(day), await story.customer(day), await story.customer(day)];
  for (const id of ids.slice(1)) if (random.chance(0.7)) await story.referred(day, id, ids[0]!);
  const orders = new Map<string, Held[]>(ids.map((id) => [id, []]));
  for (let step = 0; step < 26; step += 1) {
    day = dayAfter(day, random.between(1, 45));
    if (random.chance(0.4)) await story.tick(new Date(`${day}T09:00:00Z`));
    const id = random.pick(ids);
    const held = orders.get(id)!;
    const order = held.length === 0 ? undefined : random.pick(held);
    // Some of what is tried is refused: an order is delivered once, nobody leaves twice.
    await attempt(random.weighted([
      [async () => {
        const contractEndsAt = random.chance(0.25) ? dayAfter(day, random.between(20, 200)) : undefined;
        const old = held.find((one) => one.contractEndsAt !== null);
        held.push({ contractEndsAt: contractEndsAt ?? null, id: await story.order(day, id, {
          tracked: random.chance(0.5), line: random.pick(['L1', 'L2']), ...(contractEndsAt ? { contractEndsAt } : {}),
          ...(old && contractEndsAt && random.chance(0.5) ? { renews: old.id } : {}),
          placed: random.chance(0.2) ? dayAfter(day, -random.between(1, 90)) : day,
        }) });
      }, 8],
      [async () => { if (order) await story.delivered(day, order.id); }, 4],
      [async () => { if (order) await story.settled(day, order.id); }, 4],
      [async () => { if (order) await story.returned(day, order.id, random.chance(0.5) ? '0.5' : undefined); }, 2],
      [async () => { if (order) await story.cancelled(day, order.id); }, 1],
      [async () => { if (order?.contractEndsAt) await story.terminated(day, order.id, random.chance(0.5) ? day : order.contractEndsAt); }, 4],
      [async () => { await story.left(day, id); }, 1],
      [async () => { await story.stayed(day, id); }, 1],
    ] as const)());
  }
  await story.tick(new Date(`${dayAfter(day, random.between(0, 400))}T10:00:00Z`));
  return ids;
}

const refusals = /^(CONFLICT|OUT_OF_RANGE|NOT_FOUND) /;
async function attempt(write: Promise<void>): Promise<void> {
  await write.catch((error: unknown) => {
    if (!(error instanceof Error && refusals.test(error.message))) throw error;
  });
}

test.each([1, 2, 3])('cycles are what the recorded events say, whenever the clock ticked (history %i)', async (seed) => {
  const ids = await live(seed);
  const loaded = await loadCycles(em, ids, 'UTC');
  const told = await replay(em, ids, loaded.get(ids[0]!)!.state.lines);
  let cycles = 0;
  for (const id of ids) {
    const { state } = loaded.get(id)!;
    cycles += state.cycles.length;
    expect(told.get(id)!.cycles.toSorted(inOrder)).toEqual(state.cycles.toSorted(inOrder));
  }
  expect(cycles).toBeGreaterThan(2);
  const [visits] = await rowsOf(em, sql<{ wrong: number }>`
    select count(*)::int as wrong from cycle y where customer_id = any(${ids}::uuid[])
      and phase_since is distinct from (select entered_at from cycle_visit v where v.cycle_id = y.id order by no desc limit 1)`);
  expect(visits).toEqual({ wrong: 0 });
  // What was entered late moved nobody before it was: each stay begins where the one before it ends.
  expect(await rowsOf(em, sql`
    select customer_id, model, no, entered_at, left_at, next from (
      select v.*, lead(entered_at) over (partition by customer_id, model order by no) as next from stage_visit v where customer_id = any(${ids}::uuid[])) v
    where left_at < entered_at or left_at is distinct from next`)).toEqual([]);
}, 180_000);

const inOrder = (a: { openedAt: number; id: string }, b: { openedAt: number; id: string }): number => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1);
