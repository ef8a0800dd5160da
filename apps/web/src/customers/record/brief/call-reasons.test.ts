import { expect, it } from 'vitest';
import { callReasons } from './call-reasons.ts';

const now = Date.UTC(2026, 10, 22);
const at = (days: number) => new Date(now + days * 86_400_000).toISOString();
const facts = {
  ordersCount: 9, lastOrderAt: at(-40), alarmAt: at(30), lapsesAt: at(90), nextOfferAt: at(10), expectedNextOrderAt: at(20), rhythmDays: 60, silencePct: 66,
};
const kinds = (change: Partial<typeof facts> = {}, rest: { doNotContact?: boolean; openTasks?: { dueAt: string | null }[] } = {}) =>
  callReasons({ doNotContact: false, openTasks: [], ...rest, facts: { ...facts, ...change } }, now).map(({ kind }) => kind);

it('says that nothing presses when nothing does', () => expect(kinds()).toEqual(['nothing']));
it('proposes in time', () => expect(kinds({ nextOfferAt: at(-1) })).toEqual(['propose']));
it('warns of silence instead, once the alarm rang', () => {
  expect(kinds({ nextOfferAt: at(-20), alarmAt: at(0) })).toEqual(['silent']);
  expect(callReasons({ doNotContact: false, openTasks: [], facts: { ...facts, alarmAt: at(-1) } }, now)).toEqual([{ kind: 'silent', days: 40, percent: 66 }]);
});
it('tells of one given up rather than of an alarm', () => expect(kinds({ alarmAt: at(-60), lapsesAt: at(-1) })).toEqual(['lapsed']));
it('puts what was promised before what might be sold, and a wish not to be called before all', () => {
  const openTasks = [{ dueAt: at(-2) }, { dueAt: at(0.5) }, { dueAt: at(9) }, { dueAt: null }];
  expect(kinds({ nextOfferAt: at(-1) }, { openTasks, doNotContact: true })).toEqual(['doNotContact', 'overdue', 'propose', 'dueToday']);
});
it('knows who has not bought', () => expect(kinds({ ordersCount: 0, lastOrderAt: null as never, alarmAt: null as never, lapsesAt: null as never })).toEqual(['neverBought']));
