import type { Database } from '@orbita/database/database';
import pg from 'pg';
import { fromPglite, PgBoss } from 'pg-boss';
import type { Log, Metrics } from '#http';
import { plainPglite } from '#embedded';
import type { Job } from './job.ts';

export interface RunningJobs {
  /** Outside its clock, and not twice within a moment: a person asked for it, or wrote what it looks at. */
  runSoon(name: string): Promise<void>;
  close(): Promise<void>;
}

const drainMilliseconds = 20_000;
// In seconds; whoever asks within it of somebody else gets a run of his own behind it.
const moment = 2;
// A worker that was killed is silent: its run is another's within two minutes, not after the longest that a run may take.
const patience = { retryLimit: 2, retryBackoff: true, expireInSeconds: 3600, heartbeatSeconds: 60, deleteAfterSeconds: 86_400 } as const;

/** Runs the jobs by their clocks: one of all the processes takes each run. */
export async function startJobs(database: Database, jobs: readonly Job[], log: Log, metrics: Metrics): Promise<RunningJobs> {
  const door = openDoor(database);
  const boss = new PgBoss({ db: door.db, schema: 'orbita_jobs', cronMonitorIntervalSeconds: 30, cronWorkerIntervalSeconds: 5 });
  boss.on('error', (error) => log.error('jobs', { error }));
  await boss.start();
  const stopping = new AbortController();
  for (const job of jobs) {
    await boss.createQueue(job.name, { policy: 'singleton', ...patience });
    // A queue that an earlier version made keeps its own.
    await boss.updateQueue(job.name, patience);
    await boss.work(job.name, { pollingIntervalSeconds: 2 }, () => perform(database, job, { log, metrics, stopping: stopping.signal }));
    await boss.schedule(job.name, job.cron);
  }
  await forgetOthers(boss, jobs);
  return {
    runSoon: async (name) => { await boss.sendDebounced(name, null, null, moment); },
    close: async () => {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: drainMilliseconds });
      await door.close();
    },
  };
}

interface Around {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly stopping: AbortSignal;
}

async function perform(database: Database, job: Job, { log, metrics, stopping }: Around): Promise<void> {
  const began = performance.now();
  try {
    const onProblem = (error: unknown) => log.error('a job went on without a part', { job: job.name, error });
    await job.run(database.em.fork(), new Date(), { database, stopping, onProblem });
    metrics.jobs.inc({ job: job.name, outcome: 'done' });
  } catch (error) {
    metrics.jobs.inc({ job: job.name, outcome: 'failed' });
    log.error('job failed', { job: job.name, milliseconds: Math.round(performance.now() - began), error });
    throw error;
  }
}

/** A job that this version no longer has must not wait for a worker for ever. */
async function forgetOthers(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  const known = new Set(jobs.map((job) => job.name));
  for (const { name } of await boss.getSchedules()) if (!known.has(name)) await boss.unschedule(name);
}

type BossDatabase = ReturnType<typeof fromPglite>;

function openDoor({ pglite, url, guarded }: Database): { db: BossDatabase; close(): Promise<void> } {
  if (pglite) return { db: fromPglite(plainPglite(pglite)), close: () => Promise.resolve() };
  const pool = new pg.Pool({ ...(url ? { connectionString: url } : {}), max: 3, ...(guarded ? { options: '-c role=orbita_app' } : {}) });
  pool.on('error', () => undefined);
  const db = { executeSql: (text: string, values?: unknown[]) => pool.query(text, values as unknown[]) };
  return { db: db as BossDatabase, close: () => pool.end() };
}
