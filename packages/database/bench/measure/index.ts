export { markdown, ms, type Row } from './table.ts';
export { median, percentile } from './timing.ts';
