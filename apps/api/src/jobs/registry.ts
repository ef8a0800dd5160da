import { remindDue } from '@orbita/database/activities';
import { forgetBulkRows } from '@orbita/database/bulk';
import { type Em, run } from '@orbita/database/connection';
import { tendTables } from '@orbita/database/database';
import { sql } from 'kysely';
import { sweepOutbox } from '@orbita/database/timeline';
import { changeInBulk } from './change-in-bulk.ts';
import { compareCustomers, scanDuplicates } from './check-duplicates.ts';
import { checkQuality } from './check-quality.ts';
import type { Job } from './job.ts';
import { judgeCustomersAnew } from './judge-customers-anew.ts';
import { refreshSegments } from './refresh-segments.ts';
import { forgetImportFiles, runImports } from './run-imports.ts';
import { reviewCustomers } from './review-customers.ts';
import { scoreCustomers } from './score-customers.ts';

/** Whoever enters or mends somebody sees within seconds who he may be twice, and what is still missing of him. */
const customerWritten = [
  'customerCreated', 'customerUpdated', 'customerRestored', 'contactPointAdded', 'contactPointRemoved', 'addressSet', 'addressEnded',
  'contactAdded', 'contactUpdated', 'contactRemoved', 'consentRecorded', 'enrichmentAccepted',
];

/** Everything the clock does. A new job is one more line. */
export const jobs: readonly Job[] = [
  { name: 'review-customers', cron: '* * * * *', run: reviewCustomers },
  { name: 'change-in-bulk', cron: '* * * * *', wokenBy: ['bulkChangeStarted', 'bulkChangeUndone'], run: changeInBulk },
  { name: 'judge-anew', cron: '* * * * *', run: judgeCustomersAnew },
  { name: 'refresh-segments', cron: '*/15 * * * *', run: refreshSegments },
  { name: 'compare-customers', cron: '* * * * *', wokenBy: ['duplicateScanStarted', ...customerWritten], run: compareCustomers },
  { name: 'check-quality', cron: '* * * * *', wokenBy: customerWritten, run: checkQuality },
  { name: 'run-imports', cron: '* * * * *', wokenBy: ['importStarted', 'importResumed', 'importUndone'], run: runImports },
  { name: 'tend-tables', cron: '* * * * *', run: (_em, _now, { database }) => tendTables(database) },
  { name: 'forget-import-files', cron: '50 4 * * *', run: forgetImportFiles },
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
