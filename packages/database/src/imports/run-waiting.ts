import type { Database } from '#database';
import { ImportRefused, importRefused } from './import-refused.ts';
import { failImport, type ImportJob, stopAsked, takeImport } from './job/index.ts';
import { runImport } from './run-import.ts';
import { dropFile, fileOfImport, storedSource } from './stored/index.ts';
import { undoImport } from './undo/index.ts';

export interface WaitingOptions {
  /** Ends between two batches; the next caller goes on. */
  readonly signal?: AbortSignal | undefined;
  readonly now?: () => Date;
  readonly batchRows?: number;
  /** After which silence its runner counts as dead, milliseconds. */
  readonly silence?: number;
}

const usualSilence = 90_000;
// On one connection everybody waits for a batch to end.
const batchRows = { PGlite: 500, PostgreSQL: 5_000 } as const;

/** Runs imports that wait, one after the other, and those whose process was killed from where they stand. Answers how many. */
export async function runWaitingImports(database: Database, options: WaitingOptions = {}): Promise<number> {
  const { now = () => new Date(), silence = usualSilence, signal } = options;
  for (let done = 0; ; done += 1) {
    if (signal?.aborted) return done;
    const at = now();
    const job = await takeImport(database.em.fork({ clear: true }), at, new Date(at.getTime() - silence));
    if (!job) return done;
    if (job.status === 'UNDOING') await undoImport(database, job.id, { now, signal });
    else await runOne(database, job, options);
  }
}

async function runOne(database: Database, { id }: ImportJob, { signal, now, batchRows: rows = batchRows[database.kind] }: WaitingOptions): Promise<void> {
  const em = database.em.fork({ clear: true });
  const file = await fileOfImport(em, id);
  if (!file) return failImport(em, id, importRefused('NOT_FOUND', 'NO_STORED_FILE'), (now ?? (() => new Date()))());
  const asked = new AbortController();
  const stop = () => asked.abort();
  signal?.addEventListener('abort', stop);
  try {
    const onProgress = async () => { if (await stopAsked(database.em.fork({ clear: true }), id)) stop(); };
    await runImport(database, id, { rows: storedSource(database, file) }, { onProgress, batchRows: rows, signal: asked.signal, ...(now ? { now } : {}) });
    await dropFile(database.em.fork({ clear: true }), file.id);
  } catch (error) {
    // What it says is kept with the import; only our own faults are the job's.
    if (!(error instanceof ImportRefused)) throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
