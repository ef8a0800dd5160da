import type { Em } from '@orbita/database/connection';
import { judgeNewcomers, tick } from '@orbita/database/lifecycle';
import { refreshMembershipsOf } from '@orbita/database/segments';
import { companyZone } from './company-zone.ts';

const atOnce = 500;
// One run leaves the rest to the next minute, so that the clock never holds a worker for long.
const most = 20_000;

/**
 * Judges those who stand nowhere yet, then reviews the customers for whom the passing of time may have changed something, and
 * whether segments still hold them.
 */
export async function reviewCustomers(em: Em, now: Date): Promise<void> {
  const zone = await companyZone(em);
  if (!zone) return;
  while (await judgeNewcomers(em, { now, zone, limit: atOnce }) > 0);
  for (let reviewed = 0; reviewed < most; reviewed += atOnce) {
    const { customerIds } = await tick(em, { now, zone, limit: atOnce });
    if (customerIds.length > 0) await em.fork({ clear: true }).transactional((inner) => refreshMembershipsOf(inner as Em, customerIds, now));
    if (customerIds.length < atOnce) return;
  }
}
