export { customerFields, type FieldKind, type FieldOf, lineFields, orderFields, productFields, type FieldsOf } from './fields.ts';
export type {
  Condition, CustomersMapping, FileFormat, FileRole, Mapping, OrdersMapping, ProductsMapping, SkipRule, Source, Sources,
} from './mapping.ts';
export { parseMapping } from './parse-mapping.ts';
