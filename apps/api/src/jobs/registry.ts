import { remindDue } from '@orbita/database/activities';
import { forgetBulkRows } from '@orbita/database/bulk';
import { type Em, run } from '@orbita/database/connection';
import { sql } from 'kysely';
import { sweepOutbox } from '@orbita/database/timeline';
import { changeInBulk } from './change-in-bulk.ts';
import { compareCustomers, scanDuplicates } from './check-duplicates.ts';
import { judgeCustomersAnew } from './judge-customers-anew.ts';
import { refreshSegments } from './refresh-segments.ts';
import { reviewCustomers } from './review-customers.ts';
import { scoreCustomers } from './score-customers.ts';

/** One thing that is done by the clock. It may run late, and twice: what it does must not mind. */
export interface Job {
  readonly name: string;
  /** Minute, hour, day, month, weekday, in UTC. */
  readonly cron: string;
  /** Events that do not let it wait for its clock: somebody asked for it. */
  readonly wokenBy?: readonly string[];
  /** `em` is a fork of its own, outside any transaction. `onProblem` hears of what it goes on without. */
  readonly run: (em: Em, now: Date, onProblem: (problem: unknown) => void) => Promise<unknown>;
}

/** Everything the clock does. A new job is one more line. */
export const jobs: readonly Job[] = [
  { name: 'review-customers', cron: '* * * * *', run: reviewCustomers },
  { name: 'change-in-bulk', cron: '* * * * *', wokenBy: ['bulkChangeStarted', 'bulkChangeUndone'], run: changeInBulk },
  { name: 'judge-anew', cron: '* * * * *', run: judgeCustomersAnew },
  { name: 'refresh-segments', cron: '*/15 * * * *', run: refreshSegments },
  { name: 'compare-customers', cron: '* * * * *', run: compareCustomers },
  { name: 'scan-duplicates', cron: '20 3 * * *', run: scanDuplicates },
  { name: 'reminders', cron: '* * * * *', run: remindDue },
  { name: 'score-customers', cron: '10 2 * * *', run: scoreCustomers },
  { name: 'forget-old-outbox', cron: '17 * * * *', run: sweepOutbox },
  { name: 'forget-bulk-rows', cron: '50 3 * * *', run: forgetBulkRows },
  { name: 'forget-idempotency', cron: '41 * * * *', run: forgetIdempotency },
];

function forgetIdempotency(em: Em, now: Date): Promise<number> {
  return run(em, sql`delete from idempotency where expires_at < ${now.toISOString()}::timestamptz`);
}
