export {
  bindFields, bindReturns, bindSkip, type BoundFields, cellReader, type CellReader, cellText, type CellText, type CellValue, columnAt, type DateOrder,
  type FileShape, headerKey, readDateCell, readDecimalCell, readInstantCell, type RowProblem,
} from './cells/index.ts';
export {
  type Condition, customerFields, type CustomersMapping, type FieldKind, type FieldOf, type FieldsOf, type FileFormat, type FileRole,
  lineFields, type Mapping, orderFields, type OrdersMapping, parseMapping, productFields, type ProductsMapping, type SkipRule,
  type Source, type Sources,
} from './mapping/index.ts';
export {
  type ImportedContact, type ImportedCustomer, type ImportedLine, type ImportedOrder, type ImportedProduct, readCustomer, readLine, readOrder, readProduct,
} from './rows/index.ts';
