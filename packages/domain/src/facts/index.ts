export type {
  Bilingual, FactDefinition, FactKind, FactReference, FactRoom, Facts, FactType, FactUnit, FactValue, FieldDefinition,
} from './fact.ts';
