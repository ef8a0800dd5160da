export { refuseStale, type StaleThing } from './refuse-stale.queries.ts';
export { appendEvents, type Actor, type TimelineEvent } from './append-events.ts';
export { type About, auditTrail, type AuditFilter, timelineOf, timelineOfCustomer, type TimelinePage, type TimelineRow } from './timeline.queries.ts';
export {
  adoptOutbox, type CommittedEvent, committedBetween, forgetOtherReaders, type Handle, horizon, joinOutbox, type OutboxEvent, readOutbox, sweepOutbox,
} from './outbox/index.ts';
