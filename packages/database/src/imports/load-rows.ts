import { bindFields, bindSkip, cellText, customTargets, type FlatMapping, flatRooms, type RowProblem } from '@orbita/domain/imports';
import type { Em } from '#connection';
import type { Row, RowBatch } from './files/index.ts';
import { fitting } from './import-refused.ts';
import { addCounts, emptyState, type FlatRoom, type JobState, type Origin, type Problem, type Run, saveProblems } from './job/index.ts';
import { withLinks } from './links/index.ts';
import { tellOutcome, tellRefused, tellSkipped, type Telling } from './tell-rows.ts';

/** How a batch of rows becomes things: read apart from the database, then written. Made once the heading is known. */
export interface BatchLoader {
  readonly columns: readonly string[];
  /** Reads rows while the batch before is being written; answers how to write what was read. */
  readonly prepare: (batch: RowBatch) => (em: Em, state: JobState, now: Date) => Promise<void>;
}

export type LoaderOf = (mapping: FlatMapping, header: readonly string[], run: Run) => BatchLoader;

/** Of whom points at whom in one batch: a group of companies has no more levels. */
const deepest = 10;

/** The loader of a room: what is the same for all of them, so that a room says only how to read and how to place. */
export function loaderOf<Thing>(room: FlatRoom<Thing>): LoaderOf {
  return (mapping, header, run) => {
    const format = mapping.files.rows;
    const file = { header, format, zone: run.company.zone, cell: cellText(format.empty) };
    const { section, fields: known } = flatRooms[mapping.room];
    const fields = fitting(bindFields(mapping.fields, { ...known, ...customTargets(run.customFields) }, file, section));
    const skip = fitting(bindSkip(mapping.skip, 'rows', file));
    const origin: Origin = { header, file: null };
    const reading = { fields, system: mapping.system, company: run.company, customFields: run.customFields };

    const readOne = (row: Row, telling: Telling): { row: Row; thing: Thing }[] => {
      const reason = skip(row.cells);
      if (reason !== null) {
        tellSkipped(row, reason, 'LEFT_OUT', telling);
        return [];
      }
      const wrong: RowProblem[] = row.unusable ? [{ column: '', refusal: row.unusable }] : [];
      const thing = row.unusable ? null : room.read(row.cells, reading, wrong);
      if (thing !== null) return [{ row, thing }];
      tellRefused(row, wrong, telling);
      return [];
    };

    const prepare: BatchLoader['prepare'] = (batch) => {
      const apart = emptyState();
      const told: Problem[] = [];
      const found = batch.rows.flatMap((row) => readOne(row, { origin, columnOf: fields.columnOf, state: apart, problems: told }));
      return async (em, state, now) => {
        addCounts(state, apart);
        const problems = [...told];
        // A mapping that was kept by an earlier version goes on as it began.
        const placing = { fields, run, system: mapping.system, onExisting: mapping.onExisting, onLikely: mapping.onLikely ?? 'ask', onUnknownOwner: mapping.onUnknownOwner ?? 'refuse', now, state };
        const outcomes = await withLinks(em, found.map(({ thing }) => thing), { ...placing, columnOf: fields.columnOf, waits: deepest }, (linked) => room.place(em, linked, placing));
        for (const [index, { row }] of found.entries()) {
          const outcome = outcomes[index];
          if (!outcome) throw new Error(`No outcome for row ${row.no}.`);
          tellOutcome(row, outcome, { origin, columnOf: fields.columnOf, state, problems });
        }
        await saveProblems(em, run.jobId, problems);
      };
    };
    return { columns: fields.columns, prepare };
  };
}
