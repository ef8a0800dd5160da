import { type Refusal, refuse } from '#refusal';
import { day, toIso } from './instant.ts';
import { earliestDate, firstInstant, lastInstant, latestDate, outOfRange } from './range.ts';

/** A calendar date `YYYY-MM-DD`, in nobody's time zone. Dates compare as texts. */
export type PlainDate = string;

/** Reads a calendar date; refuses what no calendar has, such as 2026-02-30, and what nobody means, such as 9999-12-31. */
export function parseDate(text: string): PlainDate | Refusal {
  const date = text.trim();
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(midnightUtc(date)) && dateOf(midnightUtc(date)) === date;
  if (!exists) return refuse('INVALID_FORMAT', { details: { value: text, example: '2026-03-01' } });
  return date < earliestDate || date > latestDate ? outOfRange() : date;
}

/** The date `days` days later, or earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOf(midnightUtc(date) + days * day);
}

/** The same day `months` months later; the last day of the month when that one is shorter. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const target = year * 12 + (month - 1) + months;
  const first = `${String(Math.min(Math.max(Math.floor(target / 12), 1), 9999)).padStart(4, '0')}-${two((((target % 12) + 12) % 12) + 1)}-01`;
  return addDays(first, Math.min(dayOfMonth, daysInMonth(first)) - 1);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((midnightUtc(to) - midnightUtc(from)) / day);
}

/** The month of a date, `YYYY-MM`. */
export function monthOf(date: PlainDate): string {
  return date.slice(0, 7);
}

/** The fiscal year of a date, named by the calendar year in which it starts (as Spain's tax forms do); months 1–12. */
export function fiscalYearOf(date: PlainDate, startMonth: number): number {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= startMonth ? year : year - 1;
}

/** Day of the week as ISO 8601 counts it: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export function weekdayOf(date: PlainDate): Weekday {
  const sinceMonday = (((Math.round(midnightUtc(date) / day) + 3) % 7) + 7) % 7;
  return (sinceMonday + 1) as Weekday;
}

/** The instant at which this date begins in UTC: only for counting, never for showing. */
export function midnightUtc(date: PlainDate): number {
  if (/^(\d{5,}-|infinity)/.test(date)) return lastInstant + 1 - day;
  return /BC$|^-infinity$/.test(date) ? firstInstant : Date.parse(`${date}T00:00:00Z`);
}

/** The UTC date of an instant. */
export function dateOf(instant: number): PlainDate {
  return toIso(instant).slice(0, 10);
}

function daysInMonth(first: PlainDate): number {
  const [year = 0, month = 1] = first.split('-').map(Number);
  const next = month === 12 ? `${String(year + 1).padStart(4, '0')}-01-01` : `${first.slice(0, 5)}${two(month + 1)}-01`;
  return daysBetween(first, next);
}

const two = (value: number): string => String(value).padStart(2, '0');
