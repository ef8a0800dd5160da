import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#calendar';
import { purchaseClock } from '#ranking';
import { advanceCycles, type CustomerCycles, type Cycle, type CycleEvent, fireTimers, ignoredCodes, openPhases } from './index.ts';
import { checkState, checkStep } from './invariants.fixture.ts';
import { idsAfter } from './life.fixture.ts';
import { nobodyYet, playSequence, type Step } from './sequence.fixture.ts';
import type { Row } from './transitions/row.ts';
import { columnOf, rowOf, type RowName, transitions } from './transitions/table.ts';

/** Half of the sequences with orders recorded late. */
const sequences = Number(process.env.ORBITA_CYCLE_SEQUENCES ?? 1000);
/** Few sequences are always the same ones, so that they meet every cell; many are new ones each time. */
const seed = sequences > 1000 ? {} : { seed: 2026 };
const columns = [...openPhases, 'CLOSED_OR_NONE'];
const steps = fc.array(fc.noBias(fc.integer()), { minLength: 8, maxLength: 47, size: 'max' });

/** How often a cell of the table was met. */
const met = new Map<string, number>();
const said = new Map<string, number>();
let events = 0;

function count(into: Map<string, number>, key: string): void {
  into.set(key, (into.get(key) ?? 0) + 1);
}

function meet(state: CustomerCycles, event: CycleEvent): void {
  const name = rowOf(event);
  const row = transitions[name] as Row<unknown> as Row;
  const { state: timely } = event.type === 'windowEnded' ? { state } : fireTimers(state, event.at);
  const about = row.about(timely, event);
  if (typeof about === 'string') return;
  for (const { phase } of about) count(met, `${name} ${columns[columnOf(phase)]}`);
  if (about.length > 0) return;
  count(met, `${name} ${columns[7]}`);
  const inLine = (cycle: Cycle): boolean => !('lineId' in event) || cycle.lineId === event.lineId;
  for (const column of new Set(timely.cycles.filter(inLine).map(({ phase }) => columnOf(phase)))) {
    // Where the table says that one opens beside it, the cycle beside it is in this phase.
    if (column < 7 && row.cells[column] === row.cells[7]) count(met, `${name} ${columns[column]}`);
  }
}

function checkOne({ customerId, event, world, before, send, repeated }: Step): void {
  events += 1;
  meet(before, event);
  const ignored = send();
  if (ignored !== null) count(said, ignored);
  const after = world.state(customerId);
  checkStep(before, after);
  for (const id of ['A', 'B', 'C']) checkState(world.state(id));
  if (!repeated) return;
  events += 1;
  send();
  const atOnce = (state: CustomerCycles): string => JSON.stringify(fireTimers(state, event.at).state);
  expect(atOnce(world.state(customerId)), 'a command sent twice counts once').toBe(atOnce(after));
}

/** Applies what was recorded; nothing may be due that was not recorded. */
function replay(customerId: string, record: readonly CycleEvent[], tickAt: (index: number) => number | null = () => null, recorded = true): CustomerCycles {
  return record.reduce((state, event, index) => {
    const moment = tickAt(index);
    const ticked = moment === null ? state : fireTimers(state, moment).state;
    const { state: after, fired } = advanceCycles(ticked, event, idsAfter(ticked));
    if (recorded && fired.length > 0) throw new Error(`a timer fired that was not recorded: ${JSON.stringify(fired)}`);
    return after;
  }, nobodyYet(customerId));
}

describe(`${sequences} sequences of events`, { timeout: 1_800_000 }, () => {
  it('in order of time: every invariant holds, and neither the record nor the clock changes what follows', () => {
    fc.assert(fc.property(steps, (seeds) => {
      const { world, now } = playSequence(seeds, false, checkOne);
      for (const id of ['A', 'B', 'C']) {
        const record = world.record(id);
        expect(JSON.stringify(replay(id, record))).toBe(JSON.stringify(world.state(id)));
        // What people did, without the clock, and with the clock looked at before everything.
        const business = record.filter(({ type }) => type !== 'windowEnded');
        const atTheEnd = JSON.stringify(fireTimers(world.state(id), now + 1).state);
        for (const tickAt of [() => null, (index: number) => business[index]?.at ?? null]) {
          expect(JSON.stringify(fireTimers(replay(id, business, tickAt, false), now + 1).state)).toBe(atTheEnd);
        }
      }
    }), { numRuns: Math.ceil(sequences / 2), ...seed });
  });

  it('with orders recorded late: every invariant holds, and the record replays', () => {
    fc.assert(fc.property(steps, (seeds) => {
      const { world } = playSequence(seeds, true, checkOne);
      for (const id of ['A', 'B', 'C']) expect(JSON.stringify(replay(id, world.record(id)))).toBe(JSON.stringify(world.state(id)));
    }), { numRuns: Math.floor(sequences / 2), ...seed });
  });

  it('of spot orders alone: he is won back exactly when he counted as lost', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 15 });
    fc.assert(fc.property(gaps, (all) => {
      let state = nobodyYet('A');
      let placedAt = Date.parse('2020-01-01T10:00:00Z');
      const days: string[] = [];
      let lapsesAt = Infinity;
      for (const [index, gap] of all.entries()) {
        placedAt += gap * day;
        const event = { type: 'orderPlaced', orderId: `o${String(index).padStart(2, '0')}`, lineId: 'L1', tracked: false, at: placedAt } as const;
        state = advanceCycles(state, event, idsAfter(state)).state;
        const origin = index === 0 ? 'NEW' : placedAt >= lapsesAt ? 'WIN_BACK' : 'RECURRENT';
        days.push(new Date(placedAt).toISOString().slice(0, 10));
        lapsesAt = purchaseClock({ spotOrderDays: days, lastSpotOrderAt: placedAt, contracts: [], fallbackDays: 120, graceDays: 30 })?.lapsesAt ?? 0;
        expect(state.cycles.at(-1)).toMatchObject({ origin, windowEndsAt: lapsesAt, phase: 'AFTER_SALES' });
        expect(state.cycles.at(-2)?.outcome).toBe(index === 0 ? undefined : origin === 'WIN_BACK' ? 'LOST' : 'RECURRENT');
      }
    }), { numRuns: Math.min(sequences, 20_000) / 4 });
  });

  it('met every cell of the table, and every reason for moving nothing', () => {
    const names = Object.keys(transitions) as RowName[];
    const cells = names.flatMap((name) => (transitions[name] as Row<unknown>).cells.flatMap((cell, column) => (cell === 'NOT_KNOWN' ? [] : [`${name} ${columns[column]}`])));
    console.log(`${events} events; cells of the table met, least of all:`, cells.map((cell) => [cell, met.get(cell) ?? 0] as const).toSorted((a, b) => a[1] - b[1]).slice(0, 12), said);
    expect(cells.filter((cell) => !met.has(cell))).toEqual([]);
    expect(ignoredCodes.filter((code) => !said.has(code))).toEqual([]);
  });
});
