import { m } from '#words';
import { toIso } from '@orbita/domain/calendar';

const day = 86_400_000;
const nine = 9 * 3_600_000;

/** Nine in the morning of the reader's own day, so many days from now. */
export function morningIn(days: number, now: number): number {
  const moved = now + days * day;
  const offset = new Date(moved).getTimezoneOffset() * 60_000;
  return Math.floor((moved - offset) / day) * day + offset + nine;
}

/** An instant as a field of date and time has it, in the reader's own time: 2026-11-22T09:00. */
export const inField = (at: number): string => toIso(at - new Date(at).getTimezoneOffset() * 60_000).slice(0, 16);

/** To when a task is put off with one click. */
export const laterChoices = (now: number): readonly { readonly label: string; readonly at: number }[] => [
  { label: m.activities_tomorrow(), at: morningIn(1, now) },
  { label: m.activities_in_three_days(), at: morningIn(3, now) },
  { label: m.activities_in_a_week(), at: morningIn(7, now) },
  { label: m.activities_in_a_month(), at: morningIn(30, now) },
];
