export { everyRow } from './every-row.ts';
export type { RowSource, TableColumn, TableSelection, TableSort } from './table-column.ts';
export { VirtualTable, type VirtualTableProps } from './virtual-table.tsx';
export { CheckItem, ColumnsMenu } from './columns-menu.tsx';
export { type StoredColumns, useStoredColumns } from './use-stored-columns.ts';
