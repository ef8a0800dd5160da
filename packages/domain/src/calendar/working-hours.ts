import type { Instant } from './instant.ts';
import { addDays, type PlainDate, weekdayOf } from './plain-date.ts';
import { instantAt, localDate } from './zone.ts';

/** From–to of a working day in local time, `HH:MM`; the second is not worked any more and may be `24:00`. */
export type WorkingInterval = readonly [from: string, to: string];

/** Days of the week as working hours name them, Monday first. */
export const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type WeekdayName = (typeof weekdayNames)[number];

/** When a company works: intervals by weekday (in order, not overlapping) in its zone, but for holidays. */
export interface WorkingHours {
  readonly zone: string;
  readonly weekdays: Readonly<Partial<Record<WeekdayName, readonly WorkingInterval[]>>>;
  readonly holidays: readonly PlainDate[];
}

/** Minutes after midnight of `HH:MM` (00:00–24:00), or null when it is none. */
export function minutesOfDay(time: string): number | null {
  const found = /^(\d{2}):(\d{2})$/.exec(time);
  if (!found) return null;
  const minutes = Number(found[1]) * 60 + Number(found[2]);
  return Number(found[2]) < 60 && minutes <= 1440 ? minutes : null;
}

/** Whether the company works at this instant; without any interval it always does. */
export function isWorkingTime(instant: Instant, hours: WorkingHours): boolean {
  if (neverOpens(hours)) return true;
  const worked = openings(localDate(instant, hours.zone), hours);
  return worked.some((opening) => opening.start <= instant && instant < opening.end);
}

/**
 * The instant at which so many working minutes have passed since `from`; zero gives the next opening.
 * Hours without any interval count round the clock.
 */
export function addWorkingTime(from: Instant, minutes: number, hours: WorkingHours): Instant {
  let left = minutes * 60_000;
  if (neverOpens(hours)) return from + left;
  for (let date = localDate(from, hours.zone), next = addDays(date, 1); ; date = next, next = addDays(date, 1)) {
    if (next === date) return from + left; // The calendar ends here.
    for (const opening of openings(date, hours)) {
      if (opening.end <= from) continue;
      const start = Math.max(from, opening.start);
      if (start + left <= opening.end) return start + left;
      left -= opening.end - start;
    }
  }
}

/** Working time between two instants, in whole minutes rounded down; 0 when `to` is not later. */
export function workingMinutesBetween(from: Instant, to: Instant, hours: WorkingHours): number {
  if (to <= from) return 0;
  if (neverOpens(hours)) return Math.floor((to - from) / 60_000);
  let worked = 0;
  const last = localDate(to, hours.zone);
  for (let date = localDate(from, hours.zone); date <= last; date = addDays(date, 1)) {
    for (const opening of openings(date, hours)) {
      worked += Math.max(0, Math.min(to, opening.end) - Math.max(from, opening.start));
    }
    if (addDays(date, 1) === date) break; // The calendar ends here.
  }
  return Math.floor(worked / 60_000);
}

interface Opening {
  readonly start: Instant;
  readonly end: Instant;
}

function openings(date: PlainDate, hours: WorkingHours): Opening[] {
  if (hours.holidays.includes(date)) return [];
  const name = weekdayNames[weekdayOf(date) - 1] ?? 'mon';
  return (hours.weekdays[name] ?? []).map(([from, to]) => ({
    start: instantAt(date, minutesOfDay(from) ?? 0, hours.zone),
    end: instantAt(date, minutesOfDay(to) ?? 1440, hours.zone),
  }));
}

/** A week without a positive interval would never let a minute pass. */
function neverOpens(hours: WorkingHours): boolean {
  return !Object.values(hours.weekdays).some((intervals) =>
    intervals?.some(([from, to]) => (minutesOfDay(to) ?? 1440) > (minutesOfDay(from) ?? 0)));
}
