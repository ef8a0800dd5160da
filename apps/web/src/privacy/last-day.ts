import { addDays, localDate, startOfDay, toIso } from '@orbita/domain/calendar';

/** The instant until which something holds that holds a day to its end, in the company's zone. */
export const afterDay = (day: string, timeZone: string): string => toIso(startOfDay(addDays(day, 1), timeZone));

/** The last day on which it holds. `until` is the first instant at which it does not. */
export const lastDay = (until: string, timeZone: string): string => localDate(Date.parse(until) - 1, timeZone);
