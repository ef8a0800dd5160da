import { localDate } from '@orbita/domain/calendar';
import type { CustomField } from '@orbita/domain/custom-fields';
import { customEntityOf, fillsCustom, isDatedRoom, type Mapping } from '@orbita/domain/imports';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { customFieldsOf } from '#custom-fields';
import type { Database } from '#database';
import { score } from '#facts';
import { commitBatch, type Company, failImport, type Ground, groundOf, importJob, type ImportJob, type ImportProgress, type JobState, type Run } from './job/index.ts';
import type { Sources } from './file-state.ts';
import { importRefused } from './import-refused.ts';
import { runDated } from './run-dated.ts';
import { runOrders } from './run-orders.ts';
import { runRows } from './run-rows.ts';

export interface RunOptions {
  readonly onProgress?: (progress: ImportProgress) => void | Promise<void>;
  readonly now?: () => Date;
  /** Rows of one transaction. */
  readonly batchRows?: number;
  readonly signal?: AbortSignal | undefined;
}

const usualBatch = 5_000;

/**
 * Runs an import from where it stands to its end. Each batch is one transaction that holds its rows, its facts, its
 * events, its problems and how far the import came, so that one that was killed goes on as if nothing had been. Imported
 * history triggers nothing: its events say that they were imported.
 */
export async function runImport(database: Database, jobId: string, sources: Sources, options: RunOptions = {}): Promise<JobState> {
  const ground = groundOf(database);
  const job = await importJob(ground.reading(), jobId);
  if (!job) throw new Error('There is no such import.');
  if (job.status === 'DONE') return job.state;
  const run = await openRun(ground, job, options);
  try {
    await runRoom(run, job.mapping, sources);
    await commitBatch(run, async (inner, state, at) => {
      state.share = 1;
      await score(inner, { now: at, zone: run.company.zone, asOf: localDate(at.getTime(), run.company.zone) });
    }, 'DONE');
    return run.state;
  } catch (error) {
    await failImport(ground.reading(), jobId, error, run.now()).catch(() => {});
    throw error;
  }
}

/** What its batches need, from where it stands. */
export async function openRun(ground: Ground, job: ImportJob, { now = () => new Date(), batchRows = usualBatch, onProgress = () => {}, signal }: RunOptions): Promise<Run> {
  const em = ground.reading();
  return {
    ground, jobId: job.id, company: await companyOf(em), customFields: await fieldsFor(em, job.mapping), actor: { kind: 'IMPORT', id: job.startedBy, channel: 'JOB' },
    now, onProgress, batchRows, signal, state: job.state,
  };
}

export function runRoom(run: Run, mapping: Mapping, sources: Sources): Promise<void> {
  switch (mapping.room) {
    case 'orders': return runOrders(run, mapping, sources);
    case 'leads': case 'opportunities': case 'activities': return runDated(run, mapping, sources);
    case 'customers': case 'contacts': case 'products': return runRows(run, mapping, sources.rows);
    default: return mapping satisfies never;
  }
}

/** What happened is asked for what is required to happen, whether the mapping fills it or not. */
async function fieldsFor(em: Em, mapping: Mapping): Promise<readonly CustomField[]> {
  const entity = customEntityOf(mapping.room);
  return entity && 'fields' in mapping && (isDatedRoom(mapping.room) || fillsCustom(mapping.fields)) ? customFieldsOf(em, entity) : [];
}

async function companyOf(em: Em): Promise<Company> {
  const [company] = await rowsOf(em, sql<Company>`select id, currency, zone, country from company limit 1`);
  if (!company) throw importRefused('NOT_FOUND', 'NO_COMPANY');
  return company;
}
