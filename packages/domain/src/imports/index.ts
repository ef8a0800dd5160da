export {
  bindFields, bindReturns, bindSkip, type BoundFields, cellReader, type CellReader, cellText, type CellText, type CellValue, columnAt, type DateOrder,
  type FileShape, headerKey, readDateCell, readDecimalCell, readInstantCell, type RowProblem, sumOf,
} from './cells/index.ts';
export {
  type Condition, customEntityOf, customerFields, customTargets, type DatedMapping, datedRooms, fillsCustom, type FieldKind, type FieldOf, type FieldsOf, type FileFormat, type FileRole,
  type FlatMapping, flatRooms, type ImportPlan, isDatedRoom, joins, lineFields, type Mapping, mappingOf, meetsExisting, namesOwner, type OnExisting, type OnLikely, type OnUnknownOwner, orderFields, type OrdersMapping, parseMapping, type PlannedColumn, productFields,
  type Room, roomLabels, type Section, sectionLabels, sectionsOf, type SkipRule, type Source, type Sources, stageFields, type Target, targetsOf,
} from './mapping/index.ts';
export { importMessage, importMessageOnScreen, type ImportNote, type Reason, refuseBecause } from './messages/index.ts';
export {
  type AddressParts, changeAddress, changeCustomer, changeOpportunity, changeOwn, changeProduct, type Clock, comparedOf, enteredOwn, type CustomReading, type ImportedActivity, type FieldChange, type ImportedContact, type ImportedCustom, type ImportedCustomer,
  type ImportedLead, type ImportedLine, type ImportedOpportunity, type ImportedOrder, type ImportedParty, type ImportedProduct, type ImportedValue, type KnownFields,
  contactField, type KnownLeadFields, type KnownOpportunityFields, type KnownProductFields, leadKeeps, leadPast, type LeadPast, type LeadStep, type Meeting, opportunityPast, type OpportunityPast, partyFrom, type PastGates, readActivity, readContact, readCustomer,
  readLead, readLine, readOpportunity, readOrder, readProduct, readTakenCustomer, stageNow, valuesOf, withRowKey,
} from './rows/index.ts';
export {
  type ColumnGuess, detectSeparator, detectWriting, type DetectedWriting, guessColumns, guessRoom, guessValues, mostWords, type Sample, type UsualWriting,
} from './guessing/index.ts';
