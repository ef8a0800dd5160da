import { bindFields, bindSkip, type BoundFields, cellText, customerFields, customTargets, type DatedMapping, datedRooms, type RowProblem, stageFields } from '@orbita/domain/imports';
import { takeTurns } from '#connection';
import { fitting } from './import-refused.ts';
import { type BoundDated, type DatedRoom, type Origin, type Problem, type Run, saveProblems } from './job/index.ts';
import type { StagedRoom } from './run-staged.ts';
import { stagedBatch } from './staging/index.ts';
import { withLinks } from './links/index.ts';
import { tellOutcome, tellRefused, tellSkipped } from './tell-rows.ts';

export type DatedLoaderOf = (mapping: DatedMapping, header: readonly string[], run: Run) => StagedRoom;

/** The loader of what happened: each row is read alone and waits; then all are placed in the order of their dates. */
export function datedLoaderOf<Thing>(room: DatedRoom<Thing>): DatedLoaderOf {
  return (mapping, header, run) => {
    const { bound, skip, columns } = bind(mapping, header, run);
    const reading = { bound, system: mapping.system, company: run.company, customFields: run.customFields };
    const origin: Origin = { header, file: null };
    const { columnOf } = bound;
    return {
      twoFiles: false,
      // Whose things a file changes one by one is held until all of a batch are: the fewer, the shorter people wait.
      atOnce: 1,
      columns,
      stageRows: (role, rows, state, problems) => rows.flatMap(({ no, cells, unusable }) => {
        const telling = { origin, columnOf, state, problems };
        const reason = skip(cells);
        if (reason !== null) {
          tellSkipped({ no, cells }, reason, 'LEFT_OUT', telling);
          return [];
        }
        const wrong: RowProblem[] = unusable ? [{ column: '', refusal: unusable }] : [];
        const thing = unusable ? null : room.read(cells, reading, wrong);
        if (thing === null) {
          tellRefused({ no, cells }, wrong, telling);
          return [];
        }
        const at = room.at(thing);
        return [{ role, row: no, number: String(no), customer: '', placedAt: at === null ? null : new Date(at).toISOString(), cells, state: 'OK' }];
      }),
      load: async (em, batch, state, now) => {
        const rows = await stagedBatch(em, run.jobId, batch, false);
        const things = rows.map(({ row, cells }) => {
          const thing = room.read(cells, reading, []);
          if (thing === null) throw new Error(`Row ${row} was staged but cannot be read.`);
          return thing;
        });
        const problems: Problem[] = [];
        // Nothing but a look tells what came from there already: two that load the same at once look one after the other.
        await takeTurns(em, `import:${mapping.room}:${mapping.system}`);
        // A mapping that was kept by an earlier version says nothing of what is there, nor of who is not.
        const placing = { bound, system: mapping.system, onExisting: mapping.onExisting ?? 'fill', onUnknownOwner: mapping.onUnknownOwner ?? 'refuse', override: mapping.override, run, now, state };
        const outcomes = await withLinks(em, things, { columnOf, system: mapping.system, run, waits: 0 }, (linked) => room.place(em, linked, placing));
        for (const [index, { row: no, cells }] of rows.entries()) {
          const outcome = outcomes[index];
          if (!outcome) throw new Error(`No outcome for row ${no}.`);
          tellOutcome({ no, cells }, outcome, { origin, columnOf, state, problems });
        }
        await saveProblems(em, run.jobId, problems);
      },
    };
  };
}

function bind(mapping: DatedMapping, header: readonly string[], run: Run) {
  const format = mapping.files.rows;
  const file = { header, format, zone: run.company.zone, cell: cellText(format.empty) };
  const { section, fields: known } = datedRooms[mapping.room];
  const fields = fitting(bindFields(mapping.fields, { ...known, ...customTargets(run.customFields) }, file, section));
  const customer = fitting(bindFields(mapping.customer, customerFields, file, 'customer'));
  const stages = fitting(bindFields(mapping.stages, stageFields(Object.keys(mapping.stages)), file, 'stages'));
  const skip = fitting(bindSkip(mapping.skip, 'rows', file));
  const bound: BoundDated = { fields, customer, stages, columnOf: columnOfAny({ customer, stages }, fields) };
  return { bound, skip, columns: [fields, customer, stages].flatMap((one) => one.columns) };
}

function columnOfAny(parts: Readonly<Record<string, BoundFields>>, own: BoundFields): (field: string) => string {
  return (field) => {
    const [part = '', ...name] = field.split('.');
    return Object.hasOwn(parts, part) && name.length > 0 ? parts[part]!.columnOf(name.join('.')) : own.columnOf(field);
  };
}
