import { type Refusal, refuse } from '#refusal';
import { earliestDate, firstInstant, lastInstant, latestDate, outOfRange } from './range.ts';

/** A moment in UTC milliseconds since 1970. */
export type Instant = number;

/** One day in milliseconds: a fixed length, whatever the clocks of a zone do. */
export const day = 86_400_000;

/** Whole days since `x`, rounded down; negative when `x` is still to come (LIFECYCLE §0). */
export function daysSince(x: Instant, now: Instant): number {
  return Math.floor((now - x) / day);
}

/** Whole days until `x`, rounded down; negative once `x` is past (LIFECYCLE §0). */
export function daysUntil(x: Instant, now: Instant): number {
  return Math.floor((x - now) / day);
}

const isoInstant = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Reads ISO 8601 with its offset (`2026-03-01T10:00:00Z`, `…+01:00`), to the millisecond.
 * Refuses a text without an offset, because it names no moment, and moments that nobody means.
 */
export function parseInstant(text: string): Instant | Refusal {
  const invalid = refuse('INVALID_FORMAT', { details: { value: text, example: '2026-03-01T10:00:00Z' } });
  const found = isoInstant.exec(text.trim());
  if (!found) return invalid;
  const [, date = '', hours = '', minutes = '', seconds = '00', fraction = '', offset = ''] = found;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(midnight) || toIso(midnight).slice(0, 10) !== date) return invalid;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return invalid;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  const away = offsetMinutes(offset);
  if (away === null) return invalid;
  const instant = midnight + ((Number(hours) * 60 + Number(minutes) - away) * 60 + Number(seconds)) * 1000 + milliseconds;
  const utc = toIso(instant).slice(0, 10);
  return utc < earliestDate || utc > latestDate ? outOfRange() : instant;
}

/** ISO 8601 in UTC with milliseconds, `2026-03-01T10:00:00.000Z`; beyond the years 1–9999, the first or last instant of these. */
export function toIso(instant: Instant): string {
  return new Date(Math.min(Math.max(instant, firstInstant), lastInstant)).toISOString();
}

function offsetMinutes(offset: string): number | null {
  if (offset.toUpperCase() === 'Z') return 0;
  const digits = offset.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  if (hours > 23 || minutes > 59) return null;
  return (hours * 60 + minutes) * (offset.startsWith('-') ? -1 : 1);
}
