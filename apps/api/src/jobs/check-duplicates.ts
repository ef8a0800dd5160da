import type { Em } from '@orbita/database/connection';
import { checkDuplicates, startScan } from '@orbita/database/duplicates';

// One run leaves the rest to the next minute, so that a scan of everybody never holds a worker for long.
const mostBatches = 300;

/** Compares whom a write changed and goes on with an open scan; broken off, the next run goes on where this one stood. */
export async function compareCustomers(em: Em, now: Date): Promise<void> {
  for (let batch = 0; batch < mostBatches; batch += 1) if (!await checkDuplicates(em, { now })) return;
}

const week = 7 * 86_400_000;

/**
 * Has everybody compared anew who was not within a week, so that what was judged by older rules is judged by today's:
 * whoever changes is compared within the minute, and a million takes a worker the better part of an hour.
 */
export const scanDuplicates = (em: Em, now: Date): Promise<string | null> =>
  startScan(em, { now, startedBy: null, unlessSince: new Date(now.getTime() - week) });
