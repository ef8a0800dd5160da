import { m } from '#words';

/** By the clock of the company: morning until noon, evening from eight. */
export function greeting(name: string, now: number, timeZone: string): string {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(now));
  const first = { name: name.split(' ')[0] ?? name };
  if (hour >= 5 && hour < 12) return m.home_morning(first);
  return hour >= 12 && hour < 20 ? m.home_afternoon(first) : m.home_evening(first);
}
