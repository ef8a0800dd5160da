import type { FileRole, Mapping } from '@orbita/domain/imports';
import type { Em } from '#connection';
import { ahead, type FileSource, readRows, type Row } from './files/index.ts';
import { putFile, type Sources, takeFile } from './file-state.ts';
import { importRefused } from './import-refused.ts';
import { addCounts, commitBatch, emptyState, forgetMet, forgetProblems, type JobState, type Problem, type Run, rowsRead, saveProblems } from './job/index.ts';
import { dropStaging, groupStaged, makeStaging, stage, stagedCount, type StagedRow } from './staging/index.ts';
import { unmappedColumns } from './unmapped.ts';

// Reading is quick beside loading.
const readingShare = 0.1;

/** How rows of what happened are read apart, and loaded when all have been read. */
export interface StagedRoom {
  readonly twoFiles: boolean;
  /** How many times the rows of a batch that is read are loaded at once. */
  readonly atOnce: number;
  readonly columns: readonly string[];
  readonly stageRows: (role: FileRole, rows: readonly Row[], state: JobState, problems: Problem[]) => StagedRow[];
  readonly load: (em: Em, batch: number, state: JobState, now: Date) => Promise<void>;
}

/** All rows are read and wait, then whole things are loaded in the order of their dates. */
export async function runStaged(run: Run, mapping: Mapping, sources: Sources, room: StagedRoom): Promise<void> {
  await checkStaging(run);
  await stageFile(run, mapping, room, 'rows', sources.rows);
  if (room.twoFiles && sources.lines) await stageFile(run, mapping, room, 'lines', sources.lines);
  if (run.state.batches === null) {
    await commitBatch(run, async (em, state) => {
      state.batches = await groupStaged(em, run.jobId, { batchRows: run.batchRows * room.atOnce, twoFiles: room.twoFiles });
    });
  }
  const batches = run.state.batches ?? 0;
  while (run.state.loaded < batches) {
    await commitBatch(run, async (em, state, now) => {
      await room.load(em, state.loaded, state, now);
      state.loaded += 1;
      state.share = readingShare + (1 - readingShare) * (state.loaded / batches);
      if (state.loaded === batches) {
        await dropStaging(em, run.jobId);
        await forgetMet(em, run.jobId);
      }
    });
    await run.onProgress({ phase: 'LOADING', share: run.state.loaded / batches, rowsRead: rowsRead(run.state) });
  }
}

/** The heading is read first, so that a mapping that does not fit is told before anything is written. */
export async function headingOf(source: FileSource, mapping: Mapping, role: FileRole): Promise<readonly string[]> {
  const format = mapping.files[role];
  if (!format) throw new Error(`The mapping has no file "${role}".`);
  for await (const { header } of readRows(source, format, { size: 1, after: 1 })) return header;
  throw importRefused('REQUIRED', 'EMPTY_FILE', { name: source.name });
}

/**
 * Waiting rows are not in the database's log: after a crash of its server they are gone. All rows are read again then, and
 * what was loaded before is found as it is.
 */
async function checkStaging(run: Run): Promise<void> {
  const { batches, loaded, staged } = run.state;
  if (batches !== null && loaded === batches) return;
  if ((await stagedCount(run.ground.reading(), run.jobId)) === staged) return;
  await commitBatch(run, async (em, state) => {
    Object.assign(state, emptyState(), { step: state.step });
    await forgetProblems(em, run.jobId);
    await dropStaging(em, run.jobId);
    await makeStaging(em, run.jobId);
  });
}

async function stageFile(run: Run, mapping: Mapping, room: StagedRoom, role: FileRole, source: FileSource): Promise<void> {
  const before = takeFile(run.state, role, source);
  if (before?.done) return;
  for await (const { batch, rows, problems, apart } of ahead(read(run, mapping, room, role, source, before?.row ?? 1))) {
    await commitBatch(run, async (em, state) => {
      addCounts(state, apart);
      await stage(em, run.jobId, rows);
      await saveProblems(em, run.jobId, problems);
      state.staged += rows.length;
      state.share = readingShare * batch.share;
      putFile(state, role, source, batch);
      state.unmapped = [...new Set([...state.unmapped, ...unmappedColumns(mapping, [{ header: batch.header, columns: room.columns }])])];
    });
    await run.onProgress({ phase: 'READING', share: batch.share, rowsRead: rowsRead(run.state) });
  }
}

async function* read(run: Run, mapping: Mapping, room: StagedRoom, role: FileRole, source: FileSource, after: number) {
  const format = mapping.files[role];
  if (!format) throw new Error(`The mapping has no file "${role}".`);
  for await (const batch of readRows(source, format, { size: run.batchRows, after })) {
    const apart = emptyState();
    const problems: Problem[] = [];
    yield { batch, rows: room.stageRows(role, batch.rows, apart, problems), problems, apart };
  }
}
