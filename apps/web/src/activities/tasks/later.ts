import { m } from '#words';
import { addDays, instantAt, localDate, localTime } from '@orbita/domain/calendar';

const nine = 9 * 60;

/** Nine in the morning of the company's day, so many days from now: a task is due where the work is, wherever one sits. */
export const morningIn = (days: number, now: number, timeZone: string): number => instantAt(addDays(localDate(now, timeZone), days), nine, timeZone);

/** An instant as a field of date and time has it, in the company's time: 2026-11-22T09:00. */
export const inField = (at: number, timeZone: string): string => `${localDate(at, timeZone)}T${localTime(at, timeZone)}`;

/** What a field of date and time holds, as an instant; undefined for nothing. */
export function ofField(moment: string, timeZone: string): number | undefined {
  const [date = '', time = ''] = moment.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return date === '' ? undefined : instantAt(date, hours * 60 + minutes, timeZone);
}

/** To when a task is put off with one click. */
export const laterChoices = (now: number, timeZone: string): readonly { readonly label: string; readonly at: number }[] => [
  { label: m.activities_tomorrow(), at: morningIn(1, now, timeZone) },
  { label: m.activities_in_three_days(), at: morningIn(3, now, timeZone) },
  { label: m.activities_in_a_week(), at: morningIn(7, now, timeZone) },
  { label: m.activities_in_a_month(), at: morningIn(30, now, timeZone) },
];
