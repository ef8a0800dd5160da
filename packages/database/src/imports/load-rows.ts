import { bindFields, bindSkip, cellText, type FlatMapping, flatRooms, type RowProblem } from '@orbita/domain/imports';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Row, RowBatch } from './files/index.ts';
import { ImportRefused } from './import-refused.ts';
import {
  addCounts, countKept, countRefused, countRows, countSkipped, emptyState, type FlatRoom, type JobState, type Outcome, type Origin, type Problem,
  problemOf, type Run, saveProblems, toldOf,
} from './job/index.ts';

/** How a batch of rows becomes things: read apart from the database, then written. Made once the heading is known. */
export interface BatchLoader {
  readonly columns: readonly string[];
  /** Reads rows while the batch before is being written; answers how to write what was read. */
  readonly prepare: (batch: RowBatch) => (em: Em, state: JobState, now: Date) => Promise<void>;
}

export type LoaderOf = (mapping: FlatMapping, header: readonly string[], run: Run) => BatchLoader;

/** The loader of a room: what is the same for all of them, so that a room says only how to read and how to place. */
export function loaderOf<Thing>(room: FlatRoom<Thing>): LoaderOf {
  return (mapping, header, run) => {
    const format = mapping.files.rows;
    const file = { header, format, zone: run.company.zone, cell: cellText(format.empty) };
    const { section, fields: known } = flatRooms[mapping.room];
    const fields = fitting(bindFields(mapping.fields, known, file, section));
    const skip = fitting(bindSkip(mapping.skip, 'rows', file));
    const origin: Origin = { header, file: null };
    const reading = { fields, system: mapping.system, company: run.company };

    const readOne = (row: Row, state: JobState, problems: Problem[]): { row: Row; thing: Thing }[] => {
      const reason = skip(row.cells);
      if (reason !== null) {
        countSkipped(state, reason);
        problems.push(toldOf(origin, row.no, row.cells, reason, 'LEFT_OUT'));
        return [];
      }
      const wrong: RowProblem[] = row.unusable ? [{ column: '', refusal: row.unusable }] : [];
      const thing = row.unusable ? null : room.read(row.cells, reading, wrong);
      if (thing !== null) return [{ row, thing }];
      refuse(row, wrong, state, problems);
      return [];
    };

    const refuse = (row: Row, wrong: readonly RowProblem[], state: JobState, problems: Problem[]): void => {
      countRefused(state, wrong[0]?.refusal.code ?? 'INVALID');
      problems.push(...wrong.map((one) => problemOf(origin, row.no, row.cells, one)));
    };

    const tell = (row: Row, outcome: Outcome, state: JobState, problems: Problem[]): void => {
      if ('refusal' in outcome) return refuse(row, [outcome], state, problems);
      if ('skipped' in outcome) {
        countSkipped(state, outcome.skipped);
        problems.push(toldOf(origin, row.no, row.cells, outcome.skipped, outcome.skipped));
        return;
      }
      countRows(state, outcome.fate);
      const kept = [...new Set(outcome.kept ?? [])].map((field) => fields.columnOf(field) || field);
      countKept(state, kept);
      if (kept.length > 0) problems.push(toldOf(origin, row.no, row.cells, 'KEPT', 'KEPT', kept));
    };

    const prepare: BatchLoader['prepare'] = (batch) => {
      const apart = emptyState();
      const told: Problem[] = [];
      const found = batch.rows.flatMap((row) => readOne(row, apart, told));
      return async (em, state, now) => {
        addCounts(state, apart);
        const problems = [...told];
        const outcomes = await room.place(em, found.map(({ thing }) => thing), { fields, run, onExisting: mapping.onExisting, now, state });
        for (const [index, { row }] of found.entries()) {
          const outcome = outcomes[index];
          if (!outcome) throw new Error(`No outcome for row ${row.no}.`);
          tell(row, outcome, state, problems);
        }
        await saveProblems(em, run.jobId, problems);
      };
    };
    return { columns: fields.columns, prepare };
  };
}

function fitting<Bound>(bound: Bound | Refusal): Bound {
  if (isRefused(bound)) throw new ImportRefused(bound);
  return bound;
}
