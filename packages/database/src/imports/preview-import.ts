import { Readable } from 'node:stream';
import type { Mapping } from '@orbita/domain/imports';
import type { Refusal } from '@orbita/domain/refusal';
import { stringify } from 'csv-stringify/sync';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import type { Database } from '#database';
import { type FileSource, readRows, sheetFormat } from './files/index.ts';
import { ImportRefused } from './import-refused.ts';
import { type Ground, importJob, type JobState, type Problem, startImport } from './job/index.ts';
import { type UnknownOwner, unknownOwners } from './parties/index.ts';
import { openRun, runRoom } from './run-import.ts';

/** What would happen to the first rows of a file. */
export interface ImportPreview {
  readonly rows: number;
  /** Whether these are all rows of the file. */
  readonly whole: boolean;
  readonly state: JobState;
  readonly problems: readonly Problem[];
  /** Of the whole file. */
  readonly unknownOwners: readonly UnknownOwner[];
}

export interface Previewed {
  readonly mapping: Mapping;
  readonly source: FileSource;
  readonly startedBy: string;
  readonly now: Date;
}

const tried = 500;
const mostProblems = 100;

/** Carries the answer out of a transaction that is taken back. */
class TakenBack extends Error {
  readonly answer: Omit<ImportPreview, 'whole' | 'rows' | 'unknownOwners'>;

  constructor(answer: TakenBack['answer']) {
    super('Taken back: it was only tried.');
    this.answer = answer;
  }
}

/** Imports the first rows for real and takes everything back: what it says is what will happen. */
export async function previewImport({ em }: Pick<Database, 'em'>, { mapping, source, startedBy, now }: Previewed): Promise<ImportPreview | Refusal> {
  try {
    const { head, rows, whole } = await headOnly(source, mapping);
    const answer = await taken(em, async (inner) => {
      const ground: Ground = { reading: () => inner, inTransaction: (work) => work(inner) };
      const tentative: Mapping = { ...mapping, files: { rows: { ...mapping.files.rows, encoding: sheetFormat.encoding, separator: sheetFormat.separator }, lines: null } };
      const job = await importJob(inner, await startImport(inner, { mapping: tentative, fileName: source.name, startedBy, now }));
      const run = await openRun(ground, job!, { now: () => now, batchRows: tried });
      await runRoom(run, tentative, { rows: head });
      // Whose owners nobody is, is told by name.
      const problems = await rowsOf(inner, sql<Problem>`
        select row_no as row, column_name as "column", code, details, line from import_problem
        where job_id = ${run.jobId}::uuid and details ->> 'because' is distinct from 'WITHOUT_OWNER' order by row_no, column_name, code limit ${mostProblems}`);
      // What is asked when a batch is committed is asked here too.
      await rowsOf(inner, sql`set constraints all immediate`);
      return { state: run.state, problems };
    });
    return { ...answer, rows, whole, unknownOwners: await unknownOwners(em, mapping, source) };
  } catch (error) {
    if (error instanceof ImportRefused) return error.refusal;
    throw error;
  }
}

async function taken(em: Em, work: (em: Em) => Promise<TakenBack['answer']>): Promise<TakenBack['answer']> {
  try {
    return await em.fork({ clear: true }).transactional(async (inner) => {
      throw new TakenBack(await work(inner as Em));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.answer;
    throw error;
  }
}

/** The first rows, read before anything is begun: on one connection nothing else is read meanwhile. */
async function headOnly(source: FileSource, mapping: Mapping): Promise<{ head: FileSource; rows: number; whole: boolean }> {
  for await (const { header, heading, rows, last } of readRows(source, mapping.files.rows, { size: tried, after: 1 })) {
    // Every row keeps its number.
    const placed = new Map<number, readonly string[]>([[heading, header], ...rows.map(({ no, cells }) => [no, cells] as const)]);
    const bytes = Buffer.from(stringify(Array.from({ length: Math.max(...placed.keys()) }, (_, at) => placed.get(at + 1) ?? [''])));
    return { head: { name: source.name, bytes: bytes.length, fingerprint: source.fingerprint, open: () => Readable.from([bytes], { objectMode: false }) }, rows: rows.length, whole: last };
  }
  throw new Error('A file has at least a heading.');
}
