import { type ImportedLine, type ImportedOrder, readLine, readOrder, refuseBecause } from '@orbita/domain/imports';
import type { Refusal } from '@orbita/domain/refusal';
import type { BoundOrders } from './bind-orders.ts';
import type { GroupedRow } from '../staging/index.ts';

export interface LineOfFile {
  readonly row: GroupedRow;
  readonly line: ImportedLine;
}

/** Everything that the file says about one order. */
export interface Document {
  readonly order: ImportedOrder;
  readonly head: GroupedRow;
  readonly sold: readonly LineOfFile[];
  readonly returned: readonly LineOfFile[];
  /** Rows that share the fate of the whole: all of them, the order's own included. */
  readonly rows: readonly GroupedRow[];
}

/** Rows that belong to no order that can be loaded: refused for a reason, or left out like the order's own row. */
export type Left = { readonly rows: readonly GroupedRow[]; readonly why: { readonly column: string; readonly refusal: Refusal } | { readonly skipped: string } };

/** Puts the rows of a batch together to orders. One row that cannot be read refuses its whole order: half an order is a wrong one. */
export function groupOrders(bound: BoundOrders, rows: readonly GroupedRow[]): { documents: Document[]; left: Left[] } {
  const documents: Document[] = [];
  const left: Left[] = [];
  for (const group of byOrdinal(rows)) {
    const found = documentOf(bound, group, left);
    if (found) documents.push(found);
  }
  return { documents, left };
}

function documentOf(bound: BoundOrders, group: readonly GroupedRow[], left: Left[]): Document | null {
  const heads = group.filter(({ role }) => role === 'rows');
  const [head, ...more] = heads.filter(({ state }) => state === 'OK');
  const bad = group.find(({ state }) => state === 'BAD');
  const usable = group.filter(({ state }) => state === 'OK');
  const refuseAll = (refusal: Refusal, column = ''): null => {
    if (usable.length > 0) left.push({ rows: usable, why: { column, refusal } });
    return null;
  };
  if (bad) return refuseAll(refuseBecause('CONFLICT', 'ORDER_BROKEN', { row: bad.row, value: bad.number }));
  if (!head) {
    const skipped = heads.find(({ state }) => state !== 'OK');
    if (!skipped) return refuseAll(refuseBecause('NOT_FOUND', 'NO_ORDER', { value: group[0]?.number ?? '' }), bound.line.columnOf('order'));
    left.push({ rows: usable, why: { skipped: skipped.state } });
    return null;
  }
  const order = readOrder(bound.order, head.cells, []);
  if (!order) throw new Error(`Row ${head.row} was staged but cannot be read.`);
  if (bound.twoFiles && more.length > 0) {
    left.push({ rows: more, why: { column: bound.order.columnOf('number'), refusal: refuseBecause('ALREADY_EXISTS', 'ORDER_TWICE', { value: order.number }) } });
  }
  const lines = usable.filter(({ role }) => role === (bound.twoFiles ? 'lines' : 'rows')).map((row): LineOfFile => {
    const line = readLine(bound.line, row.cells, bound.isReturn(row.cells), []);
    if (!line) throw new Error(`Row ${row.row} was staged but cannot be read.`);
    return { row, line };
  });
  const own = bound.twoFiles ? [head, ...lines.map(({ row }) => row)] : lines.map(({ row }) => row);
  if (lines.length === 0) {
    left.push({ rows: own, why: { column: '', refusal: refuseBecause('REQUIRED', 'NO_LINES') } });
    return null;
  }
  return { order, head, sold: lines.filter(({ line }) => !line.returned), returned: lines.filter(({ line }) => line.returned), rows: own };
}

function byOrdinal(rows: readonly GroupedRow[]): GroupedRow[][] {
  const grouped = new Map<number, GroupedRow[]>();
  for (const row of rows) {
    const group = grouped.get(row.ordinal);
    if (group) group.push(row);
    else grouped.set(row.ordinal, [row]);
  }
  return [...grouped.values()];
}
