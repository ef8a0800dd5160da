export { adoptOutbox } from './adopt-outbox.queries.ts';
export { type CommittedEvent, committedBetween } from './committed-between.queries.ts';
export { forgetOtherReaders, type Handle, horizon, joinOutbox, type OutboxEvent, readOutbox } from './read-outbox.queries.ts';
export { sweepOutbox } from './sweep-outbox.queries.ts';
