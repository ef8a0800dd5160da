import { bindFields, bindSkip, cellText, customerFields, type CustomersMapping, type ImportedCustomer, readCustomer, type RowProblem } from '@orbita/domain/imports';
import { isRefused } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { lockCustomers, refreshCustomers } from '#lifecycle';
import { appendEvents } from '#timeline';
import type { Row, RowBatch } from '../files/index.ts';
import { addCounts, count, countRefused, countRows, countSkipped, emptyState, type JobState, lineOf, type Origin, type Problem, problemOf, type Run, saveProblems } from '../job/index.ts';
import { keyText, knownCustomers } from './known-customers.queries.ts';
import { placeCustomers } from './place-customers.ts';

/** How a batch of rows becomes things: read apart from the database, then written. Made once the heading is known. */
export interface BatchLoader {
  readonly columns: readonly string[];
  /** Reads rows while the batch before is being written; answers how to write what was read. */
  readonly prepare: (batch: RowBatch) => (em: Em, state: JobState, now: Date) => Promise<void>;
}

interface Read {
  readonly row: Row;
  readonly customer: ImportedCustomer;
}

/** Ties the mapping to the heading. Throws with what to do when a column is not there. */
export function customersLoader(mapping: CustomersMapping, header: readonly string[], run: Run): BatchLoader {
  const format = mapping.files.rows;
  const file = { header, format, zone: run.company.zone, cell: cellText(format.empty) };
  const fields = bindFields(mapping.customer, customerFields, file, 'customer');
  const skip = bindSkip(mapping.skip, 'rows', file);
  if (isRefused(fields)) throw new Error(`The mapping does not fit the file: ${fields.details?.['reason']}.`);
  if (isRefused(skip)) throw new Error(`The mapping does not fit the file: ${skip.details?.['reason']}.`);
  const origin: Origin = { header, file: null };
  const read = (batch: RowBatch, state: JobState, problems: Problem[]): Read[] => batch.rows.flatMap((row) => {
    const reason = skip(row.cells);
    if (reason !== null) {
      countSkipped(state, reason);
      problems.push({ row: row.no, column: '', code: reason, message: 'Left out as the mapping says.', line: lineOf(origin, row.cells) });
      return [];
    }
    const wrong: RowProblem[] = [];
    const customer = readCustomer(fields, row.cells, { source: mapping.source, country: run.company.country }, wrong);
    if (customer) return [{ row, customer }];
    refused(row, wrong, state, problems);
    return [];
  });
  const refused = (row: Row, wrong: readonly RowProblem[], state: JobState, problems: Problem[]): void => {
    countRefused(state, wrong[0]?.refusal.code ?? 'INVALID');
    problems.push(...wrong.map((one) => problemOf(origin, row.no, row.cells, one)));
  };
  const write = async (found: readonly Read[], problems: Problem[], em: Em, state: JobState, now: Date): Promise<void> => {
    const known = await knownCustomers(em, found.flatMap(({ customer }) => customer.identityKeys));
    await lockCustomers(em, [...known.values()], now);
    const { placed, events } = await placeCustomers(
      em, found.map(({ customer }) => ({ customer, since: now.getTime() })), { now, importId: run.jobId },
    );
    const touched = new Set<string>();
    for (const [index, answer] of placed.entries()) {
      const one = found[index];
      if (!one) continue;
      if (isRefused(answer)) {
        const keys = one.customer.identityKeys.map(keyText);
        refused(one.row, [{ column: keys.length > 0 ? fields.columnOf('externalId') : '', refusal: answer }], state, problems);
        continue;
      }
      countRows(state, answer.fate);
      count(state, 'customers', answer.fate);
      if (answer.fate === 'created' && one.customer.contact) count(state, 'contacts', 'created');
      if (answer.fate !== 'unchanged') touched.add(answer.id);
    }
    await appendEvents(em, events, run.actor, now);
    await refreshCustomers(em, [...touched], { now, zone: run.company.zone, actor: run.actor });
    await saveProblems(em, run.jobId, problems);
  };
  const prepare: BatchLoader['prepare'] = (batch) => {
    const apart = emptyState();
    const problems: Problem[] = [];
    const found = read(batch, apart, problems);
    return async (em, state, now) => {
      addCounts(state, apart);
      await write(found, [...problems], em, state, now);
    };
  };
  return { columns: fields.columns, prepare };
}
