export {
  type Enricher, type EnrichmentConfidence, enrichmentConfidences, type EnrichmentField, enrichmentFieldLabels, enrichmentFields, type EnrichmentProposal,
} from './enricher.ts';
export { fromWhatIsKnown } from './from-what-is-known.ts';
export { isOpen, proposeAll, type Proposed, type ProvidedProposal } from './propose-all.ts';
