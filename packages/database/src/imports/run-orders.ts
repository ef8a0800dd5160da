import type { FileFormat, FileRole, OrdersMapping } from '@orbita/domain/imports';
import type { FileSource } from './files/index.ts';
import { ahead, readRows } from './files/index.ts';
import { addCounts, commitBatch, emptyState, forgetProblems, type Problem, type Run, rowsRead, saveProblems } from './job/index.ts';
import { bindOrders, type BoundOrders, dropStaging, groupStaged, loadOrders, makeStaging, readBooks, stage, stagedCount, stageRows } from './orders/index.ts';
import { putFile, type Sources, takeFile } from './file-state.ts';
import { importRefused } from './import-refused.ts';
import { unmappedColumns } from './unmapped.ts';

/** A customer's facts are computed once for each batch that he orders in: the larger the batches, the fewer times. */
const loadedAtOnce = 4;

/** Orders: all rows are read and wait, then whole orders are loaded in the order of their dates. */
export async function runOrders(run: Run, mapping: OrdersMapping, sources: Sources): Promise<void> {
  const bound = await bindFiles(run, mapping, sources);
  await checkStaging(run);
  await stageFile(run, mapping, bound, 'rows', sources.rows);
  if (bound.twoFiles && sources.lines) await stageFile(run, mapping, bound, 'lines', sources.lines);
  if (run.state.batches === null) {
    await commitBatch(run, async (em, state) => {
      state.batches = await groupStaged(em, run.jobId, { batchRows: run.batchRows * loadedAtOnce, twoFiles: bound.twoFiles });
    });
  }
  const books = await readBooks(run.database.em.fork({ clear: true }));
  const batches = run.state.batches ?? 0;
  while (run.state.loaded < batches) {
    await commitBatch(run, async (em, state, now) => {
      await loadOrders(em, state.loaded, { mapping, bound, books, run }, state, now);
      state.loaded += 1;
      if (state.loaded === batches) await dropStaging(em, run.jobId);
    });
    await run.onProgress({ phase: 'LOADING', share: run.state.loaded / batches, rowsRead: rowsRead(run.state) });
  }
}

/** The headings are read first, so that a mapping that does not fit is told before anything is written. */
async function bindFiles(run: Run, mapping: OrdersMapping, sources: Sources): Promise<BoundOrders> {
  if (mapping.files.lines && !sources.lines) throw importRefused('REQUIRED', 'FILE_NOT_NAMED', { role: 'lines' });
  const rows = { name: sources.rows.name, header: await headingOf(sources.rows, mapping, 'rows') };
  const lines = sources.lines && { name: sources.lines.name, header: await headingOf(sources.lines, mapping, 'lines') };
  return bindOrders(mapping, { rows, lines }, run.company.zone);
}

async function headingOf(source: FileSource, mapping: OrdersMapping, role: FileRole): Promise<readonly string[]> {
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
  if ((await stagedCount(run.database.em.fork({ clear: true }), run.jobId)) === staged) return;
  await commitBatch(run, async (em, state) => {
    Object.assign(state, emptyState(), { step: state.step });
    await forgetProblems(em, run.jobId);
    await dropStaging(em, run.jobId);
    await makeStaging(em, run.jobId);
  });
}

async function stageFile(run: Run, mapping: OrdersMapping, bound: BoundOrders, role: FileRole, source: FileSource): Promise<void> {
  const format = mapping.files[role];
  const before = takeFile(run.state, role, source);
  if (!format || before?.done) return;
  const columns = [bound.order, bound.line, bound.customer, bound.product].flatMap((fields) => fields?.columns ?? []);
  for await (const { batch, rows, problems, apart } of ahead(read(run, format, bound, role, source, before?.row ?? 1))) {
    await commitBatch(run, async (em, state) => {
      addCounts(state, apart);
      await stage(em, run.jobId, rows);
      await saveProblems(em, run.jobId, problems);
      state.staged += rows.length;
      putFile(state, role, source, batch.header, batch.rows.at(-1)?.no, batch.last);
      state.unmapped = [...new Set([...state.unmapped, ...unmappedColumns(mapping, [{ header: batch.header, columns }])])];
    });
    await run.onProgress({ phase: 'READING', share: batch.share, rowsRead: rowsRead(run.state) });
  }
}

async function* read(run: Run, format: FileFormat, bound: BoundOrders, role: FileRole, source: FileSource, after: number) {
  for await (const batch of readRows(source, format, { size: run.batchRows, after })) {
    const apart = emptyState();
    const problems: Problem[] = [];
    yield { batch, rows: stageRows(bound, role, batch.rows, apart, problems), problems, apart };
  }
}
