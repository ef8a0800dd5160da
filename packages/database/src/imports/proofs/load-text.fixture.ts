import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { rowsOf } from '#connection';
import type { Database } from '#database';
import { type FileSource, type JobState, runImport, startImport } from '../index.ts';
import { mappingOf } from './imports.fixture.ts';

const source = (name: string, content: string | Buffer): FileSource => ({
  name, bytes: content.length, fingerprint: `${name} ${content.length}`, open: () => Readable.from([Buffer.from(content as string)], { objectMode: false }),
});

export interface Loaded {
  readonly state: JobState;
  readonly problems: unknown[];
}

/** Imports files that stand in the test itself; answers the counts, and row, column and code of each problem. */
export async function loadText(
  database: Database, mapping: unknown, rows: string | Buffer, lines?: string, options: { readonly batchRows?: number } = {},
): Promise<Loaded> {
  const jobId = await startImport(database.em.fork(), { mapping: mappingOf(mapping), fileName: 'x.csv', startedBy: null, now: new Date() });
  const state = await runImport(database, jobId, { rows: source('rows.csv', rows), ...(lines === undefined ? {} : { lines: source('lines.csv', lines) }) }, options);
  const problems = await rowsOf(database.em.fork(), sql`
    select row_no as row, column_name as "column", code from import_problem where job_id = ${jobId}::uuid order by 1, 2`);
  return { state, problems };
}
