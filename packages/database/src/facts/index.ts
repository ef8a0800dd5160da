export { refreshAllFacts, refreshFacts } from './refresh/refresh-facts.ts';
export { days, floorOf, instant, type Moment } from './refresh/moment.ts';
export { comparedColumn, factColumn, factColumnType, type FactReading, isUnknown } from './fact-columns.ts';
export { plainText } from './plain-text.ts';
