export { Segment } from './segment.entity.ts';
