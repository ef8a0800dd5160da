export { type Cell, currencyOf } from './cell.ts';
export { column, type ExportedColumn, type ExportedList, type ExportedType } from './exported-list.ts';
export { exportDocument, exportPages, headingOf } from './export-pages.ts';
export { everyList, exportedLists } from './lists.ts';
export { ExportedListResolver } from './exports.resolver.ts';
