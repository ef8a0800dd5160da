export {
  activityFields, contactFields, customerFields, type FieldKind, type FieldOf, type FieldsOf, leadFields, lineFields, opportunityFields, orderFields, productFields,
} from './fields.ts';
export type {
  Condition, DatedMapping, FileFormat, FileRole, FlatMapping, Mapping, OnExisting, OnLikely, OnUnknownOwner, OrdersMapping, SkipRule, Source, Sources,
} from './mapping.ts';
export { customEntityOf, datedRooms, flatRooms, isDatedRoom, meetsExisting, namesOwner } from './mapping.ts';
export { customTargets, fillsCustom } from './custom-targets.ts';
export { parseMapping } from './parse-mapping.ts';
export { stageFields } from './parse-dated.ts';
export { type ImportPlan, mappingOf, type PlannedColumn } from './plan.ts';
export { joins, type Room, roomLabels, type Section, sectionLabels, sectionsOf, type Target, targetsOf } from './targets.ts';
