export { addToSegment, type ChangeListInput, removeFromSegment } from './change-list.ts';
export { compareSegments, type ComparedSide, type Comparison } from './insight/compare.queries.ts';
export { comeBackToLists, type MovedMemberships, moveMemberships, restoreMemberships } from './list-members.queries.ts';
export { createSegment } from './create-segment.ts';
export { type ExplainedNode, explainRuleOn } from './insight/explain.queries.ts';
export { followEvents } from './follow-events.ts';
export {
  type ChangeRow, type CountedRow, type SegmentChanges, segmentChanges, segmentHistory,
} from './history.queries.ts';
export { type MembersCounted, refreshAllSegments, refreshMembershipsOf, refreshSegmentMembers } from './members.queries.ts';
export {
  type BreakdownFact, type BreakdownRow, breakdowns, type PredicateCount, previewCounts, type SegmentCounts,
} from './insight/preview.queries.ts';
export { Segment } from './segment.entity.ts';
export {
  countMembers, countSegments, listSegments, meaningOf, memberCondition, segmentById, type SegmentFilter, type SegmentMeaning, type SegmentOrder, segmentOrders, type SegmentRow,
} from './segment.queries.ts';
export {
  deleteSegment, restoreSegment, type SegmentMeant, shareSegment, updateSegment, type UpdateSegmentInput,
} from './update-segment.ts';
export { readsHidden } from './reads-hidden.ts';
