export { SegmentBreakdownsResolver, SegmentPreviewResolver } from './preview.resolver.ts';
export { SegmentChangeResolver } from './segment-change.resolver.ts';
export { SegmentConnectionResolver, SegmentMemberConnectionResolver, SegmentResolver } from './segment.resolver.ts';
export { SegmentType } from './segment.type.ts';
export { WriteSegmentResolver } from './write-segment.resolver.ts';
