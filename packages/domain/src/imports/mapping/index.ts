export { customerFields, type FieldKind, type FieldOf, lineFields, orderFields, productFields, type FieldsOf } from './fields.ts';
export type {
  Condition, FileFormat, FileRole, FlatMapping, Mapping, OnExisting, OrdersMapping, SkipRule, Source, Sources,
} from './mapping.ts';
export { flatRooms } from './mapping.ts';
export { parseMapping } from './parse-mapping.ts';
