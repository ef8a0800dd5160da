import { day } from '@orbita/domain/calendar';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** After-sales windows end as long after their time as the company waits for sales that are entered late. */
export async function windowsEndedBy(em: Em, now: Date): Promise<Date> {
  const [company] = await rowsOf(em, sql<{ days: number }>`select window_lag_days as days from company limit 1`);
  return new Date(now.getTime() - (company?.days ?? 0) * day);
}
