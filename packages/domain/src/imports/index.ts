export {
  bindFields, bindReturns, bindSkip, type BoundFields, cellReader, type CellReader, cellText, type CellText, type CellValue, columnAt, type DateOrder,
  type FileShape, headerKey, readDateCell, readDecimalCell, readInstantCell, type RowProblem,
} from './cells/index.ts';
export {
  type Condition, customerFields, type FieldKind, type FieldOf, type FieldsOf, type FileFormat, type FileRole, type FlatMapping, flatRooms,
  lineFields, type Mapping, type OnExisting, orderFields, type OrdersMapping, parseMapping, productFields, type SkipRule,
  type Source, type Sources,
} from './mapping/index.ts';
export { importMessage, type ImportNote, type Reason, refuseBecause } from './messages/index.ts';
export {
  type AddressParts, changeAddress, changeCustomer, changeProduct, type FieldChange, type ImportedContact, type ImportedCustomer, type ImportedLine,
  type ImportedOrder, type ImportedProduct, type KnownFields, type KnownProductFields, type Meeting, readCustomer, readLine, readOrder, readProduct,
} from './rows/index.ts';
