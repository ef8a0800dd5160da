import { numberFormat } from '#design';
import { m } from '#words';

const hour = 3_600_000;
const day = 24 * hour;

/** How long something took, as roughly as one says it. */
export function timeText(language: 'en' | 'es', time: number): string {
  if (time < hour) return m.cycles_under_hour();
  if (time < 2 * day) return m.cycles_hours({ shown: numberFormat(language, { maximumFractionDigits: 0 }).format(time / hour) });
  const days = time / day;
  return m.cycles_days({ count: Math.round(days), shown: numberFormat(language, { maximumFractionDigits: days < 10 ? 1 : 0 }).format(days) });
}
