export { DuplicatesPage } from './duplicates-page.tsx';
export { duplicatesSearch } from './duplicates-search.ts';
