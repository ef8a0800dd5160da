export { QualityPage } from './quality-page.tsx';
export { qualitySearch } from './quality-search.ts';
