import type { Em } from '@orbita/database/connection';
import { forgetOldFiles, forgetTouched, runWaitingImports } from '@orbita/database/imports';
import type { JobAround } from './job.ts';

const longest = 20 * 60_000;

/** Imports what waits; what takes longer is gone on with by the next run, so that a worker never counts as dead. */
export async function runImports(_em: Em, _now: Date, { database, stopping }: JobAround): Promise<void> {
  await runWaitingImports(database, { signal: AbortSignal.any([stopping, AbortSignal.timeout(longest)]) });
}

const month = 30 * 86_400_000;

/** Files that were left, and what was kept for undoing imports that are too old for it. */
export async function forgetImportFiles(em: Em, now: Date): Promise<void> {
  await forgetOldFiles(em, new Date(now.getTime() - month));
  await forgetTouched(em, now);
}
