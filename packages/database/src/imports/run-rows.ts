import type { FlatMapping } from '@orbita/domain/imports';
import { ahead, type FileSource, readRows } from './files/index.ts';
import { putFile, takeFile } from './file-state.ts';
import { commitBatch, forgetMet, type Run, rowsRead } from './job/index.ts';
import type { BatchLoader } from './load-rows.ts';
import { rooms } from './rooms.ts';
import { unmappedColumns } from './unmapped.ts';

/** Rooms in which a row is a thing, so that batches are loaded as they are read. */
export async function runRows(run: Run, mapping: FlatMapping, source: FileSource): Promise<void> {
  const before = takeFile(run.state, 'rows', source);
  if (before?.done) return;
  for await (const { batch, columns, write } of ahead(prepared(run, mapping, source, before?.row ?? 1))) {
    await commitBatch(run, async (em, state, now) => {
      putFile(state, 'rows', source, batch);
      state.share = batch.share;
      state.unmapped = unmappedColumns(mapping, [{ header: batch.header, columns }]);
      await write(em, state, now);
      if (batch.last) await forgetMet(em, run.jobId);
    });
    await run.onProgress({ phase: 'READING', share: batch.share, rowsRead: rowsRead(run.state) });
  }
}

async function* prepared(run: Run, mapping: FlatMapping, source: FileSource, after: number) {
  let loader: BatchLoader | undefined;
  for await (const batch of readRows(source, mapping.files.rows, { size: run.batchRows, after })) {
    loader ??= rooms[mapping.room](mapping, batch.header, run);
    yield { batch, columns: loader.columns, write: loader.prepare(batch) };
  }
}
