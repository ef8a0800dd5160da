export { MergePage } from './merge-page.tsx';
export { mergeSearch, type MergeSearch } from './merge-search.ts';
