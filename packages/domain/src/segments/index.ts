export { type MembershipChange, membershipChange } from './membership.ts';
export { type FactualSegment, segmentCatalogue, segmentFactCatalogue, segmentFacts } from './segment-facts.ts';
export { type PreparedSegment, prepareSegment, type SegmentInput } from './segment.ts';
