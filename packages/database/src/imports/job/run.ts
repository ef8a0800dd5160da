import type { CustomField } from '@orbita/domain/custom-fields';
import type { Database } from '#database';
import { codeOf, type Em } from '#connection';
import type { Actor } from '#timeline';
import { importRefused } from '../import-refused.ts';
import { saveState } from './job.queries.ts';
import type { JobState } from './state.ts';

export interface ImportProgress {
  readonly phase: 'READING' | 'LOADING';
  /** 0 to 1. */
  readonly share: number;
  readonly rowsRead: number;
}

export interface Company {
  readonly id: string;
  readonly currency: string;
  readonly zone: string;
  readonly country: string;
}

/** Where an import reads and writes: the database, or what will be taken back when it was only tried. */
export interface Ground {
  readonly reading: () => Em;
  readonly inTransaction: (work: (em: Em) => Promise<void>) => Promise<void>;
}

export const groundOf = ({ em }: Pick<Database, 'em'>): Ground => ({
  reading: () => em.fork({ clear: true }),
  inTransaction: (work) => em.fork({ clear: true }).transactional((inner) => work(inner as Em)),
});

/** One running import: what its batches need, and where it stands. */
export interface Run {
  readonly ground: Ground;
  readonly jobId: string;
  readonly company: Company;
  /** The company's own fields that the mapping may fill; none where it fills none and none is asked for. */
  readonly customFields: readonly CustomField[];
  readonly actor: Actor;
  readonly now: () => Date;
  readonly onProgress: (progress: ImportProgress) => void | Promise<void>;
  readonly batchRows: number;
  /** Ends the import between two batches; it can be gone on with. */
  readonly signal: AbortSignal | undefined;
  state: JobState;
}

/** Another writer took the same key or lock first: the batch sees him when it is done again. */
const again = new Set(['23505', '40001', '40P01']);
const mostAttempts = 5;

/** Does one batch and writes how far the import came, in one transaction: both are there, or neither. */
export async function commitBatch(
  run: Run, work: (em: Em, state: JobState, now: Date) => Promise<void>, status: 'RUNNING' | 'DONE' = 'RUNNING',
): Promise<void> {
  if (run.signal?.aborted) throw importRefused('CONFLICT', 'STOPPED');
  for (let attempt = 1; ; attempt += 1) {
    const state = structuredClone(run.state);
    state.step += 1;
    const now = run.now();
    try {
      await run.ground.inTransaction(async (em) => {
        await saveState(em, run.jobId, state, now);
        await work(em, state, now);
        state.step += 1;
        await saveState(em, run.jobId, state, now, status);
      });
      run.state = state;
      return;
    } catch (error) {
      if (attempt === mostAttempts || !again.has(codeOf(error))) throw error;
    }
  }
}
