export { type Hanging, mergedFromColumn, type MergedRow, type MergePreview, mergePreview } from './merge-preview.queries.ts';
export { type MergeCustomers, mergeCustomers } from './merge-customers.ts';
export { type UnmergeCustomers, unmergeCustomers } from './unmerge-customers.ts';
