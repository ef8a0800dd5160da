export { declareFact, inBoth } from './declare-fact.ts';
export type {
  Bilingual, FactDefinition, FactKind, FactReference, FactRoom, Facts, FactType, FactUnit, FactValue, FieldDefinition,
} from './fact.ts';
export { customFact, factCatalogue, factDefinition, isPresent, presentFacts, presentRooms } from './fact-catalogue.ts';
export { derivedFrom, deriveFacts, npsAnswerLastsDays } from './derive-facts.ts';
export { normaliseText } from './normalise-text.ts';
export { stageFactsOf } from './declared/stage-facts.ts';
export {
  churnReasons, consentStates, customerKinds, cycleOutcomes, cyclePhases, npsClasses, rfmSegments, rhythmBases, valueTiers,
} from './fact-values.ts';
