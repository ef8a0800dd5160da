export { CustomerTimelineResolver, TimelineEventResolver } from './timeline.resolver.ts';
export { LiveResolver } from './live.resolver.ts';
