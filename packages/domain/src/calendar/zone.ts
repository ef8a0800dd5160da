import { day, type Instant } from './instant.ts';
import { addDays, dateOf, midnightUtc, type PlainDate } from './plain-date.ts';
import { firstInstant, lastInstant } from './range.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether the runtime knows this IANA time zone (`Europe/Madrid`). */
export function isTimeZone(zone: string): boolean {
  try {
    formatterOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The calendar date that a wall calendar in this zone shows at this instant. */
export function localDate(instant: Instant, zone: string): PlainDate {
  return dateOf(instant + offsetAt(instant, zone));
}

/** The time that a wall clock in this zone shows at this instant, `HH:MM`. */
export function localTime(instant: Instant, zone: string): string {
  const minutes = Math.floor((((instant + offsetAt(instant, zone)) % day) + day) % day / 60_000);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The first instant of a date in a zone: not always 00:00, where clocks jump at midnight. */
export function startOfDay(date: PlainDate, zone: string): Instant {
  return instantAt(date, 0, zone);
}

/** The next local midnight after this instant. */
export function nextMidnight(instant: Instant, zone: string): Instant {
  return startOfDay(addDays(localDate(instant, zone), 1), zone);
}

/**
 * When a wall clock in this zone shows so many minutes after midnight of this date.
 * A time that the clocks skip becomes the moment of the jump; one that comes twice, the first.
 */
export function instantAt(date: PlainDate, minutesOfDay: number, zone: string): Instant {
  const wall = midnightUtc(date) + minutesOfDay * 60_000;
  const before = offsetAt(wall - day, zone);
  const after = offsetAt(wall + day, zone);
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  if (early + offsetAt(early, zone) === wall) return early;
  if (late + offsetAt(late, zone) === wall) return late;
  return jumpBetween(early, late, zone);
}

/** The first instant after `from`, up to `to`, at which the offset of the zone is that of `to`. */
function jumpBetween(from: Instant, to: Instant, zone: string): Instant {
  const target = offsetAt(to, zone);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === target) high = middle;
    else low = middle;
  }
  return high;
}

/** How far local time is ahead of UTC, in milliseconds; beyond the calendar as a day before its end, where local years still have four digits. */
function offsetAt(instant: Instant, zone: string): number {
  if (zone === 'UTC') return 0;
  const second = Math.floor(Math.min(Math.max(instant, firstInstant + day), lastInstant - day) / 1000) * 1000;
  const parts: Record<string, string> = {};
  for (const part of formatterOf(zone).formatToParts(second)) parts[part.type] = part.value;
  const { year = '', month = '', day: dayOfMonth = '', hour = '', minute = '', second: seconds = '' } = parts;
  return Date.parse(`${year.padStart(4, '0')}-${month}-${dayOfMonth}T${hour}:${minute}:${seconds}Z`) - second;
}

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit',
    hour: '2-digit', minute: '2-digit', second: '2-digit',
  });
  formatters.set(zone, made);
  return made;
}
