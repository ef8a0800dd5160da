export { refreshAllFacts, refreshFacts } from './refresh/refresh-facts.ts';
export { forgetUnusedWords, refreshSearch } from './search/refresh-search.ts';
export { days, floorOf, instant, milliseconds, type Moment } from './refresh/moment.ts';
export { comparedColumn, factColumn, factColumnType, type FactReading, isUnknown } from './fact-columns.ts';
export { latestScoring, score, type ScoringRun } from './score/score.ts';
export { factsOf, storedFacts } from './facts-of.ts';
export { reviewInstants } from './refresh/review-instants.ts';
export { plainText } from './plain-text.ts';
