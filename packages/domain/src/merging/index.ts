export { type Column, columns, type Columns, type MergeChoices, type Mergeable, type MergeField, mergeFields, type Part, type Said } from './mergeable.ts';
export { decideChoices, decideMerge, type Merge } from './decide-merge.ts';
export { partField, proposeMerge, type Proposal, proposeSurvivor } from './propose-merge.ts';
export { mostAtOnce, refuseMerge, refuseNumber } from './refuse-merge.ts';
export { overwritten, type Overwritten, restored } from './undo-merge.ts';
