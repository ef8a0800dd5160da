import { appendCompanyEvent } from '#company';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { openScan, startScan } from './check-duplicates.queries.ts';

/** Somebody wants everybody compared now: the job is woken by the event. One that is under way is the answer to it. */
export async function askForScan(em: Em, writing: Writing): Promise<string | null> {
  const open = await openScan(em);
  if (open) return open;
  const id = await startScan(em, { now: writing.now, startedBy: writing.viewer.userId });
  if (id) await appendCompanyEvent(em, 'duplicateScanStarted', { id }, writing);
  return id;
}
