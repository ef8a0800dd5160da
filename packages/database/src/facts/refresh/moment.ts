import { addDays, localDate } from '@orbita/domain/calendar';
import { type RawBuilder, sql } from 'kysely';

/** The instant of a computation and the company's time zone, whose calendar decides days and windows. */
export interface Moment {
  readonly now: Date;
  readonly zone: string;
}

/** Days of the rolling windows: dates in (today − 365, today], and the 365 before. */
const windowDays = 365;

export const instant = (at: Date): RawBuilder<Date> => sql<Date>`${at.toISOString()}::timestamptz`;

/** An instant as milliseconds, a number in every driver. */
export const milliseconds = (at: RawBuilder<unknown>): RawBuilder<number> => sql<number>`floor(extract(epoch from ${at}) * 1000)::float8`;

export const date = (day: string): RawBuilder<string> => sql<string>`${day}::date`;

/** The local date of an instant, inside a statement. */
export const localDateOf = (at: RawBuilder<unknown>, zone: string): RawBuilder<string> =>
  sql<string>`(${at} at time zone ${zone})::date`;

export function windowsOf({ now, zone }: Moment) {
  const today = localDate(now.getTime(), zone);
  return {
    today: date(today),
    yearAgo: date(addDays(today, -windowDays)),
    twoYearsAgo: date(addDays(today, -2 * windowDays)),
    days: sql.lit(windowDays),
  };
}

/** Days of 24 hours, whatever the clocks of the session's zone do. */
export const days = (count: RawBuilder<unknown>): RawBuilder<unknown> => sql`(${count}) * interval '24 hours'`;

/** floor(a / b) over integers, exactly: integer division cuts towards zero, and a quotient of numerics may be rounded up. */
export const floorOf = (dividend: RawBuilder<unknown>, divisor: RawBuilder<unknown>): RawBuilder<number> => sql<number>`
  div((${dividend})::numeric - mod(mod((${dividend})::numeric, ${divisor}) + (${divisor}), ${divisor}), ${divisor})`;
