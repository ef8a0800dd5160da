export { type Column, columns, type Columns, type MergeChoices, type Mergeable, type MergeField, mergeFields, type Part, type Said } from './mergeable.ts';
export { type Merge, decideMerge } from './decide-merge.ts';
export { partField, proposeMerge, type Proposal, proposeSurvivor } from './propose-merge.ts';
export { refuseMerge } from './refuse-merge.ts';
export { type Overwritten, restored } from './undo-merge.ts';
