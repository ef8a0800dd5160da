import type { Em } from '@orbita/database/connection';
import { score } from '@orbita/database/facts';
import { localDate } from '@orbita/domain/calendar';
import { companyZone } from './company-zone.ts';

/** Ranks everybody anew, as of the company's day. */
export async function scoreCustomers(em: Em, now: Date): Promise<void> {
  const zone = await companyZone(em);
  if (zone) await score(em, { asOf: localDate(now.getTime(), zone), now, zone });
}
