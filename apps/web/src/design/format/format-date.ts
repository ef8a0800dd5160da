import { dateFormat, spanFormat } from './formatters.ts';

export type DateStyle = 'short' | 'day' | 'long' | 'time' | 'moment';

const shapes: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  moment: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

const isPlainDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A calendar date is the same day everywhere; an instant is shown in the given zone. */
export function formatDate(language: 'en' | 'es', value: string, style: DateStyle, timeZone: string): string {
  const zone = isPlainDate(value) ? 'UTC' : timeZone;
  return dateFormat(language, { ...shapes[style], timeZone: zone }).format(Date.parse(value));
}

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600], ['month', 2_629_800], ['week', 604_800], ['day', 86_400], ['hour', 3600], ['minute', 60],
];

/** "3 days ago", "in 2 hours"; under a minute "now". `now` in UTC milliseconds. */
export function formatSpan(language: 'en' | 'es', value: string, now: number): string {
  const seconds = (Date.parse(value) - now) / 1000;
  const step = steps.find(([, length]) => Math.abs(seconds) >= length);
  return step
    ? spanFormat(language).format(Math.trunc(seconds / step[1]), step[0])
    : spanFormat(language).format(0, 'second');
}
