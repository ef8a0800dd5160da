import { columnVisibilityFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { TableColumn } from './table-column.ts';

const features = tableFeatures({ columnVisibilityFeature });
const widthOf = ({ width, grow }: { width: number; grow?: boolean }) => (grow ? `minmax(${width}px, 1fr)` : `${width}px`);

/** What a name keeps on a telephone, so that what stands beside it is seen. */
const narrowest = 150;

const narrowWidthOf = ({ width, grow, narrowWidth }: TableColumn<never>) => narrowWidth ?? (grow ? Math.min(width, narrowest) : width);

interface Asked<Row> {
  readonly columns: readonly TableColumn<Row>[];
  /** Only the loaded rows of the window: the server sorts and filters. */
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly hidden: readonly string[];
  readonly narrow: boolean;
  readonly selectable: boolean;
}

/** TanStack keeps the columns that are shown; we draw them. */
export function useShownColumns<Row extends object>({ columns, rows, idOf, hidden, narrow, selectable }: Asked<Row>) {
  const definitions = useMemo(
    () => columns.map(({ id, header }) => ({ id, header, accessorFn: (row: Row) => row })),
    [columns],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id, wideOnly }) => [id, !hidden.includes(id) && !(narrow && wideOnly)])),
    [columns, hidden, narrow],
  );
  const data = useMemo(() => [...rows], [rows]);
  const table = useTable({ features, columns: definitions, data, getRowId: idOf, state: { columnVisibility } });
  const visible = new Set(table.getVisibleLeafColumns().map(({ id }) => id));
  const shown = columns.filter(({ id }) => visible.has(id)).map((column) => (narrow ? { ...column, width: narrowWidthOf(column) } : column));
  const template = [...(selectable ? ['36px'] : []), ...shown.map(widthOf)].join(' ');
  const width = shown.reduce((sum, column) => sum + column.width, selectable ? 36 : 0);
  return { shown, template, width };
}
