import { instantAt, localDate, startOfDay } from '@orbita/domain/calendar';

const noon = 12 * 60;

/** The instant meant by a day: now when it is today (or nothing was said), else noon of it in the company's zone. `now` in UTC milliseconds. */
export function instantOf(date: string, now: number, timeZone: string): string | null {
  return date === '' || date === localDate(now, timeZone) ? null : new Date(instantAt(date, noon, timeZone)).toISOString();
}

/** The same, no sooner than `since`: what was ordered at four cannot have been delivered at noon. */
export function instantSince(date: string, since: string, now: number, timeZone: string): string | null {
  const at = instantOf(date, now, timeZone);
  return at !== null && at < since && date === localDate(Date.parse(since), timeZone) ? since : at;
}

/** The last moment of the day on which a contract ends. */
export const endOf = (date: string, timeZone: string): string | null =>
  (date === '' ? null : new Date(startOfDay(date, timeZone) + 86_399_000).toISOString());
