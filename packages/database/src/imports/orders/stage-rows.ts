import { type FileRole, readLine, readOrder, type RowProblem } from '@orbita/domain/imports';
import type { Row } from '../files/index.ts';
import { countRefused, countSkipped, type JobState, type Problem, problemOf, toldOf } from '../job/index.ts';
import type { BoundOrders } from './bind-orders.ts';
import type { StagedRow } from '../staging/index.ts';

/** Reads rows as far as each can be read alone, and tells at once of those that cannot or shall not be used. */
export function stageRows(bound: BoundOrders, role: FileRole, rows: readonly Row[], state: JobState, problems: Problem[]): StagedRow[] {
  return rows.flatMap((row) => stageRow(bound, role, row, state, problems));
}

function stageRow(bound: BoundOrders, role: FileRole, { no, cells, unusable }: Row, state: JobState, problems: Problem[]): StagedRow[] {
  const origin = bound.origin[role];
  const reason = bound.skip[role](cells);
  if (reason !== null) {
    countSkipped(state, reason);
    problems.push(toldOf(origin, no, cells, reason, 'LEFT_OUT'));
    // Only the reason of an order's own row speaks for its lines, which stand in the other file.
    return bound.twoFiles && role === 'rows' ? keep(bound, role, no, cells, reason) : [];
  }
  const wrong: RowProblem[] = unusable ? [{ column: '', refusal: unusable }] : [];
  if (unusable === null && role === 'rows') readOrder(bound.order, cells, wrong);
  if (unusable === null && (role === 'lines' || !bound.twoFiles)) readLine(bound.line, cells, bound.isReturn(cells), wrong);
  if (wrong.length === 0) return keep(bound, role, no, cells, 'OK');
  countRefused(state, wrong[0]?.refusal.code ?? 'INVALID');
  problems.push(...wrong.map((one) => problemOf(origin, no, cells, one)));
  return keep(bound, role, no, cells, 'BAD');
}

function keep(bound: BoundOrders, role: FileRole, row: number, cells: readonly string[], state: string): StagedRow[] {
  const fields = role === 'rows' ? bound.order : bound.line;
  const values = fields.read(cells, []);
  const number = values[role === 'rows' ? 'number' : 'order'];
  if (typeof number !== 'string') return [];
  const customer = role === 'rows' && typeof values['customer'] === 'string' ? values['customer'] : '';
  const at = values['placedAt'];
  return [{ role, row, number, customer, placedAt: typeof at === 'number' ? new Date(at).toISOString() : null, cells, state }];
}
