import type { Reason, RowProblem } from '@orbita/domain/imports';
import type { Row } from './files/index.ts';
import { countKept, countRefused, countRows, countSkipped, type JobState, type Origin, type Outcome, type Problem, problemOf, toldOf } from './job/index.ts';

/** What rows become: counted in `state`, told in `problems`. */
export interface Telling {
  readonly origin: Origin;
  /** The column from which a field comes. */
  readonly columnOf: (field: string) => string;
  readonly state: JobState;
  readonly problems: Problem[];
}

type OfFile = Pick<Row, 'no' | 'cells'>;

export function tellSkipped({ no, cells }: OfFile, code: string, because: Reason, { origin, state, problems }: Telling): void {
  countSkipped(state, code);
  problems.push(toldOf(origin, no, cells, code, because));
}

export function tellRefused({ no, cells }: OfFile, wrong: readonly RowProblem[], { origin, state, problems }: Telling): void {
  countRefused(state, wrong[0]?.refusal.code ?? 'INVALID');
  problems.push(...wrong.map((one) => problemOf(origin, no, cells, one)));
}

export function tellOutcome(row: OfFile, outcome: Outcome, telling: Telling): void {
  if ('refusal' in outcome) return tellRefused(row, [outcome], telling);
  if ('skipped' in outcome) return tellSkipped(row, outcome.skipped, outcome.skipped, telling);
  const { origin, columnOf, state, problems } = telling;
  countRows(state, outcome.fate);
  if (outcome.nobody !== undefined) {
    state.unowned = (state.unowned ?? 0) + 1;
    problems.push({ ...toldOf(origin, row.no, row.cells, 'NO_OWNER', 'WITHOUT_OWNER', [columnOf('owner') || 'owner']), details: { because: 'WITHOUT_OWNER', value: outcome.nobody } });
  }
  for (const [because, fields] of [['KEPT', outcome.kept], ['STAYS', outcome.stays]] as const) {
    const columns = [...new Set(fields ?? [])].map((field) => columnOf(field) || field);
    countKept(state, columns);
    if (columns.length > 0) problems.push(toldOf(origin, row.no, row.cells, 'KEPT', because, columns));
  }
}
