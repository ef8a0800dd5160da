import { bindFields, bindSkip, cellText, type ImportedProduct, productFields, type ProductsMapping, readProduct, type RowProblem } from '@orbita/domain/imports';
import { isRefused } from '@orbita/domain/refusal';
import type { BatchLoader } from '../customers/index.ts';
import { count, countRefused, countRows, countSkipped, lineOf, type Origin, type Problem, problemOf, type Run, saveProblems } from '../job/index.ts';
import { knownProducts, makeProducts } from './place-products.queries.ts';

/** Ties the mapping to the heading. Throws with what to do when a column is not there. */
export function productsLoader(mapping: ProductsMapping, header: readonly string[], run: Run): BatchLoader {
  const format = mapping.files.rows;
  const file = { header, format, zone: run.company.zone, cell: cellText(format.empty) };
  const fields = bindFields(mapping.product, productFields, file, 'product');
  const skip = bindSkip(mapping.skip, 'rows', file);
  if (isRefused(fields)) throw new Error(`The mapping does not fit the file: ${fields.details?.['reason']}.`);
  if (isRefused(skip)) throw new Error(`The mapping does not fit the file: ${skip.details?.['reason']}.`);
  const origin: Origin = { header, file: null };
  const prepare: BatchLoader['prepare'] = (batch) => async (em, state, now) => {
    const problems: Problem[] = [];
    const read = new Map<string, ImportedProduct>();
    const rows: string[] = [];
    for (const row of batch.rows) {
      const reason = skip(row.cells);
      const wrong: RowProblem[] = [];
      const product = reason === null ? readProduct(fields, row.cells, { currency: run.company.currency }, wrong) : null;
      if (reason !== null) {
        countSkipped(state, reason);
        problems.push({ row: row.no, column: '', code: reason, message: 'Left out as the mapping says.', line: lineOf(origin, row.cells) });
      } else if (product) {
        rows.push(product.code);
        if (!read.has(product.code)) read.set(product.code, product);
      } else {
        countRefused(state, wrong[0]?.refusal.code ?? 'INVALID');
        problems.push(...wrong.map((one) => problemOf(origin, row.no, row.cells, one)));
      }
    }
    const known = await knownProducts(em, [...read.keys()]);
    const fresh = [...read.values()].filter(({ code }) => !known.has(code));
    await makeProducts(em, fresh, now);
    count(state, 'products', 'created', fresh.length);
    count(state, 'products', 'unchanged', rows.length - fresh.length);
    countRows(state, 'created', fresh.length);
    countRows(state, 'unchanged', rows.length - fresh.length);
    await saveProblems(em, run.jobId, problems);
  };
  return { columns: fields.columns, prepare };
}
