export const segmentViews = ['overview', 'members', 'changes'] as const;
export type SegmentView = (typeof segmentViews)[number];
