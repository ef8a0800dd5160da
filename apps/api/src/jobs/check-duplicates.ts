import type { Em } from '@orbita/database/connection';
import { checkDuplicates, startScan } from '@orbita/database/duplicates';

// One run leaves the rest to the next minute, so that a scan of everybody never holds a worker for long.
const mostBatches = 300;

/** Compares whom a write changed and goes on with an open scan; broken off, the next run goes on where this one stood. */
export async function compareCustomers(em: Em, now: Date): Promise<void> {
  for (let batch = 0; batch < mostBatches; batch += 1) if (!await checkDuplicates(em, { now })) return;
}

/** Has everybody compared anew, so that what was judged by older rules is judged by today's. */
export const scanDuplicates = (em: Em, now: Date): Promise<string> => startScan(em, { now, startedBy: null });
