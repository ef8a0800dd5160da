export type { Cell } from './cell.ts';
export type { ExportedColumn, ExportedList, ExportedType } from './exported-list.ts';
export { exportPages, headingOf } from './export-pages.ts';
export { exportedLists } from './lists.ts';
export { ExportedListResolver } from './exports.resolver.ts';
