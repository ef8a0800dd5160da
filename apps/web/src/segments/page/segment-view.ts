export const segmentViews = ['overview', 'members', 'insight', 'changes'] as const;
export type SegmentView = (typeof segmentViews)[number];
