import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, dataFolder, hasData, makeCompany } from './imports.fixture.ts';
import type { JobState } from '../index.ts';

const file = join(dataFolder, 'online-retail/online_retail_es_pt_fr_it.csv');
const rows = 13_307;

describe.skipIf(!hasData || !process.env['TEST_DATABASE_URL'])('an import whose process is killed', () => {
  const open: Database[] = [];
  const fresh = async (): Promise<Database> => {
    const database = await openTestDatabase();
    open.push(database);
    await makeCompany(database.em.fork(), { currency: 'GBP', country: 'GB', zone: 'Europe/London' });
    return database;
  };
  let whole: Record<string, string>;
  beforeAll(async () => {
    const database = await fresh();
    await importing(database, 2);
    whole = await checksum(database.em.fork());
  }, 300_000);
  afterAll(async () => {
    for (const database of open) await database.close();
  });

  test('goes on where it stood, at 30, 60 and 90 %, and ends in the same state', { timeout: 600_000 }, async () => {
    const database = await fresh();
    const steps: number[] = [];
    for (const stop of [0.3, 0.6, 0.9, 2]) steps.push(await importing(database, stop));
    expect(steps.toSorted((a, b) => a - b)).toEqual(steps);
    expect(await rowsOf(database.em.fork(), sql`select status, rows_read::int as read from import_job`)).toEqual([{ status: 'DONE', read: rows }]);
    expect(await checksum(database.em.fork())).toEqual(whole);
  });

  /** Runs the import in a process of its own and kills it, as the power does, at this share; answers the steps it had taken. */
  async function importing(database: Database, stop: number): Promise<number> {
    const child = spawn(process.execPath, ['--conditions=source', join(import.meta.dirname, 'import-child.fixture.ts'), database.url ?? '', file], { stdio: ['ignore', 'ignore', 'inherit'] });
    const ended = once(child, 'exit');
    let killed = false;
    const watch = setInterval(() => {
      void stateOf(database).then((state) => {
        if (state && shareOf(state) >= stop) killed = child.kill('SIGKILL');
      });
    }, 20);
    const [code] = await ended;
    clearInterval(watch);
    expect([killed, code]).toEqual(stop < 1 ? [true, null] : [false, 0]);
    return (await stateOf(database))?.step ?? 0;
  }
});

async function stateOf(database: Database): Promise<JobState | undefined> {
  const [job] = await rowsOf(database.em.fork(), sql<{ state: JobState }>`select counts as state from import_job`);
  return job?.state;
}

/** Half of the way is reading, half is loading. */
const shareOf = (state: JobState): number => ((state.files.rows?.row ?? 0) / rows + (state.batches ? state.loaded / state.batches : 0)) / 2;
