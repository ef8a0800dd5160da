export { type MembershipChange, membershipChange } from './membership.ts';
export { type PreparedSegment, prepareSegment, type SegmentInput } from './segment.ts';
