import { remindDue } from '@orbita/database/activities';
import { importsWait } from '@orbita/database/imports';
import { type Em, run } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { sql } from 'kysely';
import { sweepOutbox } from '@orbita/database/timeline';
import { compareCustomers, scanDuplicates } from './check-duplicates.ts';
import { checkQuality } from './check-quality.ts';
import { judgeCustomersAnew } from './judge-customers-anew.ts';
import { refreshSegments } from './refresh-segments.ts';
import { forgetImportFiles, runImports } from './run-imports.ts';
import { reviewCustomers } from './review-customers.ts';
import { scoreCustomers } from './score-customers.ts';

/** One thing that is done by the clock. It may run late, and twice: what it does must not mind. */
export interface Job {
  readonly name: string;
  /** Minute, hour, day, month, weekday, in UTC. */
  readonly cron: string;
  /** `em` is a fork of its own, outside any transaction; `stopping` when this process ends. */
  readonly run: (em: Em, now: Date, database: Database, stopping: AbortSignal) => Promise<unknown>;
  /** Whether somebody waits for it now: looked at every other second, so that what a person asked for begins at once. */
  readonly waits?: (em: Em) => Promise<boolean>;
}

/** Everything the clock does. A new job is one more line. */
export const jobs: readonly Job[] = [
  { name: 'review-customers', cron: '* * * * *', run: reviewCustomers },
  { name: 'judge-anew', cron: '* * * * *', run: judgeCustomersAnew },
  { name: 'refresh-segments', cron: '*/15 * * * *', run: refreshSegments },
  { name: 'compare-customers', cron: '* * * * *', run: compareCustomers },
  { name: 'check-quality', cron: '* * * * *', run: checkQuality },
  { name: 'run-imports', cron: '* * * * *', run: runImports, waits: importsWait },
  { name: 'forget-import-files', cron: '50 4 * * *', run: forgetImportFiles },
  { name: 'scan-duplicates', cron: '20 3 * * *', run: scanDuplicates },
  { name: 'reminders', cron: '* * * * *', run: remindDue },
  { name: 'score-customers', cron: '10 2 * * *', run: scoreCustomers },
  { name: 'forget-old-outbox', cron: '17 * * * *', run: sweepOutbox },
  { name: 'forget-idempotency', cron: '41 * * * *', run: forgetIdempotency },
];

function forgetIdempotency(em: Em, now: Date): Promise<number> {
  return run(em, sql`delete from idempotency where expires_at < ${now.toISOString()}::timestamptz`);
}
