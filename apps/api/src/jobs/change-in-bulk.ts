import { runBulkChanges } from '@orbita/database/bulk';
import type { Em } from '@orbita/database/connection';
import type { JobAround } from './job.ts';

/** Goes on with every change of many things that was asked for; broken off, the next run goes on where this one stood. */
export const changeInBulk = (em: Em, _: Date, { onProblem }: JobAround): Promise<void> =>
  runBulkChanges(em, { clock: () => new Date(), onProblem });
