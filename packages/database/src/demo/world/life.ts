import { day } from '@orbita/domain/calendar';
import type { Random } from './random.ts';

/** How a demo customer buys: from when, how often, how much, until when. */
export interface DemoLife {
  readonly since: number;
  /** Instants of his orders of consumables, oldest first. */
  readonly orders: readonly number[];
  /** Instants of machines bought. */
  readonly machines: readonly number[];
  /** Starts of yearly contracts; a renewed one is followed by the next. */
  readonly contracts: readonly number[];
  /** Multiplies the size of a basket. */
  readonly weight: number;
}

type Habit = 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'RARE' | 'ONCE' | 'NEVER';

const habits: readonly (readonly [Habit, number])[] = [
  ['WEEKLY', 6], ['MONTHLY', 26], ['QUARTERLY', 24], ['RARE', 14], ['ONCE', 14], ['NEVER', 16],
];
const rhythm: Record<Habit, number> = { WEEKLY: 9, MONTHLY: 31, QUARTERLY: 88, RARE: 210, ONCE: 0, NEVER: 0 };
const years = 3;

/** Draws one life of up to three years that ends at `now`: some leave, some slow down, some come back. */
export function lifeFrom(random: Random, now: number, organisation: boolean): DemoLife {
  const habit = random.weighted(habits);
  const since = now - Math.floor((1 - random.next() ** 1.4) * years * 365) * day - random.between(0, day - 1);
  const weight = random.around(organisation ? 1.6 : 0.6, 0.6);
  if (habit === 'NEVER') return { since, orders: [], machines: [], contracts: [], weight };
  const first = since + random.between(2, 40) * day;
  const orders = habit === 'ONCE' ? [first] : repeated(random, first, rhythm[habit], leavesAt(random, first, now));
  const machines = organisation && random.chance(0.3) ? [first + random.between(0, 200) * day] : [];
  const contracts = machines.length > 0 && random.chance(0.5) ? yearly(random, machines[0]! + 10 * day, now) : [];
  return { since, orders: past(orders, now), machines: past(machines, now), contracts: past(contracts, now), weight };
}

const past = (instants: readonly number[], now: number): number[] => instants.filter((at) => at < now - 3_600_000);

function leavesAt(random: Random, first: number, now: number): number {
  return random.chance(0.28) ? first + Math.floor((now - first) * random.next()) : now;
}

function repeated(random: Random, first: number, everyDays: number, until: number): number[] {
  const own = everyDays * random.around(1, 0.25);
  const instants: number[] = [];
  for (let at = first; at < until; at += Math.max(2, own * random.around(1, 0.3)) * day) instants.push(Math.floor(at));
  return instants;
}

function yearly(random: Random, first: number, now: number): number[] {
  const starts = [first];
  while (random.chance(0.75) && starts.at(-1)! + 365 * day < now) starts.push(starts.at(-1)! + 365 * day);
  return starts;
}
