import { runBulkChanges } from '@orbita/database/bulk';
import type { Em } from '@orbita/database/connection';

/** Goes on with every change of many things that was asked for; broken off, the next run goes on where this one stood. */
export const changeInBulk = (em: Em, _: Date, onProblem: (problem: unknown) => void): Promise<void> =>
  runBulkChanges(em, { clock: () => new Date(), onProblem });
