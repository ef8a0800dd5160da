export { MergePage } from './merge-page.tsx';
export { mergeAddress, mergeSearch, type MergeSearch } from './merge-search.ts';
