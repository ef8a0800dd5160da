import { localDate } from '@orbita/domain/calendar';
import type { Mapping, OrdersMapping } from '@orbita/domain/imports';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import type { Database } from '#database';
import { score } from '#facts';
import { type BatchLoader, customersLoader } from './customers/index.ts';
import { ahead, type FileSource, readRows } from './files/index.ts';
import { commitBatch, type Company, failImport, importJob, type ImportProgress, type JobState, type Run, rowsRead } from './job/index.ts';
import { putFile, type Sources, takeFile } from './file-state.ts';
import { runOrders } from './run-orders.ts';
import { productsLoader } from './products/index.ts';
import { unmappedColumns } from './unmapped.ts';

export interface RunOptions {
  readonly onProgress?: (progress: ImportProgress) => void | Promise<void>;
  readonly now?: () => Date;
  /** Rows of one transaction. */
  readonly batchRows?: number;
}

const usualBatch = 5_000;

/**
 * Runs an import from where it stands to its end. Each batch is one transaction that holds its rows, its facts, its
 * events, its problems and how far the import came, so that one that was killed goes on as if nothing had been. Imported
 * history triggers nothing: its events say that they were imported.
 */
export async function runImport(database: Database, jobId: string, sources: Sources, options: RunOptions = {}): Promise<JobState> {
  const em = database.em.fork({ clear: true });
  const job = await importJob(em, jobId);
  if (!job) throw new Error('There is no such import.');
  if (job.status === 'DONE') return job.state;
  const { now = () => new Date(), batchRows = usualBatch } = options;
  const run: Run = {
    database, jobId, company: await companyOf(em), actor: { kind: 'IMPORT', id: job.startedBy, channel: 'JOB' },
    now, onProgress: options.onProgress ?? (() => {}), batchRows, state: job.state,
  };
  try {
    if (job.mapping.room === 'orders') await runOrders(run, job.mapping, sources);
    else await runFlat(run, job.mapping, sources.rows);
    await commitBatch(run, async (inner, _, at) => {
      await score(inner, { now: at, zone: run.company.zone, asOf: localDate(at.getTime(), run.company.zone) });
    }, 'DONE');
    return run.state;
  } catch (error) {
    await failImport(database.em.fork({ clear: true }), jobId, error instanceof Error ? error.message : String(error), now()).catch(() => {});
    throw error;
  }
}

/** Customers and products: a row is a thing, so that batches are loaded as they are read. */
async function runFlat(run: Run, mapping: Exclude<Mapping, OrdersMapping>, source: FileSource): Promise<void> {
  const before = takeFile(run.state, 'rows', source);
  if (before?.done) return;
  for await (const { batch, columns, write } of ahead(prepared(run, mapping, source, before?.row ?? 1))) {
    await commitBatch(run, async (em, state, now) => {
      putFile(state, 'rows', source, batch.header, batch.rows.at(-1)?.no, batch.last);
      state.unmapped = unmappedColumns(mapping, [{ header: batch.header, columns }]);
      await write(em, state, now);
    });
    await run.onProgress({ phase: 'READING', share: batch.share, rowsRead: rowsRead(run.state) });
  }
}

async function* prepared(run: Run, mapping: Exclude<Mapping, OrdersMapping>, source: FileSource, after: number) {
  let loader: BatchLoader | undefined;
  for await (const batch of readRows(source, mapping.files.rows, { size: run.batchRows, after })) {
    loader ??= mapping.room === 'customers' ? customersLoader(mapping, batch.header, run) : productsLoader(mapping, batch.header, run);
    yield { batch, columns: loader.columns, write: loader.prepare(batch) };
  }
}

async function companyOf(em: Em): Promise<Company> {
  const [company] = await rowsOf(em, sql<Company>`select id, currency, zone, country from company limit 1`);
  if (!company) throw new Error('There is no company yet. Set it up (currency, time zone, country), then import.');
  return company;
}
