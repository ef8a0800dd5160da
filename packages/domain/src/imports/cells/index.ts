export { bindFields, type BoundFields, type RowProblem } from './bind-fields.ts';
export { bindReturns, bindSkip, type FileShape } from './bind-conditions.ts';
export { cellText, type CellText } from './bind-source.ts';
export { scaleDecimal } from './decimal-text.ts';
export { columnAt, headerKey } from './header.ts';
export { cellReader, type CellReader, type CellValue } from './read-cell.ts';
export { type DateOrder, readDateCell, readInstantCell } from './read-date-cell.ts';
export { readDecimalCell } from './read-decimal-cell.ts';
export { sumOf } from './sum-of.ts';
