import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { expect } from 'vitest';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { type FileSource, type ImportProgress, type JobState, runImport, startImport } from '../index.ts';
import { mappingOf } from './imports.fixture.ts';

export const source = (name: string, content: string | Buffer): FileSource => ({
  name, bytes: content.length, fingerprint: `${name} ${content.length}`, open: () => Readable.from([Buffer.from(content as string)], { objectMode: false }),
});

export interface Loaded {
  readonly jobId: string;
  readonly state: JobState;
  readonly problems: unknown[];
}

interface LoadOptions {
  readonly batchRows?: number;
  readonly now?: () => Date;
  /** How far along, of 1, it is broken off and gone on with. */
  readonly stops?: readonly number[];
}

/** Imports files that stand in the test itself; answers the counts, and row, column and code of each problem. */
export async function loadText(
  database: Database, mapping: unknown, rows: string | Buffer, lines?: string, { stops = [], ...options }: LoadOptions = {},
): Promise<Loaded> {
  const jobId = await startImport(database.em.fork(), { mapping: mappingOf(mapping), fileName: 'x.csv', startedBy: null, now: new Date() });
  const sources = { rows: source('rows.csv', rows), ...(lines === undefined ? {} : { lines: source('lines.csv', lines) }) };
  for (const stop of stops) {
    const onProgress = ({ phase, share }: ImportProgress): void => {
      if ((phase === 'READING' ? share / 2 : 0.5 + share / 2) >= stop) throw new Error(`stopped at ${stop}`);
    };
    await expect(runImport(database, jobId, sources, { ...options, onProgress })).rejects.toThrow(`stopped at ${stop}`);
  }
  const state = await runImport(database, jobId, sources, options);
  const problems = await rowsOf(database.em.fork(), sql`
    select row_no as row, column_name as "column", code from import_problem where job_id = ${jobId}::uuid order by 1, 2`);
  return { jobId, state, problems };
}
