export { cutPoints, scoreBy } from './cut-points.ts';
export { ownRhythm, purchaseDaysLookedAt, type Rhythm, type RhythmBasis } from './own-rhythm.ts';
export { alarmDays, patienceDays, purchaseClock, type PurchaseClock, type PurchaseHistory } from './purchase-clock.ts';
export {
  rfmCode, rfmInput, type RfmInput, rfmScoring, type RfmScores, type RfmScoring, type RfmSegment, rfmSegmentCodes,
  rfmSegmentOf, rfmWindowDays, scoreRfm, smallestRfmPopulation,
} from './rfm.ts';
export {
  type ValueBasis, valueBasis, type ValueTier, valueTierBy, valueTierCodes, type ValueTierCuts, valueTierCuts,
} from './value-tier.ts';
