import { type Em, rowsOf } from '@orbita/database/connection';
import { score } from '@orbita/database/facts';
import { localDate } from '@orbita/domain/calendar';
import { sql } from 'kysely';

/** Ranks everybody anew, as of the company's day. */
export async function scoreCustomers(em: Em, now: Date): Promise<void> {
  const [company] = await rowsOf(em, sql<{ zone: string }>`select zone from company order by id limit 1`);
  if (!company) return;
  await score(em, { asOf: localDate(now.getTime(), company.zone), now, zone: company.zone });
}
