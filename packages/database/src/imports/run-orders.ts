import type { OrdersMapping } from '@orbita/domain/imports';
import type { Sources } from './file-state.ts';
import { importRefused } from './import-refused.ts';
import type { Run } from './job/index.ts';
import { bindOrders, type BoundOrders, loadOrders, readBooks, stageRows } from './orders/index.ts';
import { headingOf, runStaged } from './run-staged.ts';

/** Orders, with their lines in the same file or in another one. */
export async function runOrders(run: Run, mapping: OrdersMapping, sources: Sources): Promise<void> {
  const bound = await bindFiles(run, mapping, sources);
  const books = await readBooks(run.ground.reading());
  await runStaged(run, mapping, sources, {
    twoFiles: bound.twoFiles,
    // A customer's facts are computed once for each batch in which he bought something: the larger, the fewer times.
    atOnce: 4,
    columns: [bound.order, bound.line, bound.customer, bound.product].flatMap((fields) => fields?.columns ?? []),
    stageRows: (role, rows, state, problems) => stageRows(bound, role, rows, state, problems),
    load: (em, batch, state, now) => loadOrders(em, batch, { mapping, bound, books, run }, state, now),
  });
}

async function bindFiles(run: Run, mapping: OrdersMapping, sources: Sources): Promise<BoundOrders> {
  if (mapping.files.lines && !sources.lines) throw importRefused('REQUIRED', 'FILE_NOT_NAMED', { role: 'lines' });
  const rows = { name: sources.rows.name, header: await headingOf(sources.rows, mapping, 'rows') };
  const lines = sources.lines && { name: sources.lines.name, header: await headingOf(sources.lines, mapping, 'lines') };
  return bindOrders(mapping, { rows, lines }, run.company.zone);
}
