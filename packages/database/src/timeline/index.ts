export { appendEvents, type Actor, type TimelineEvent } from './append-events.ts';
export { lockCustomers } from './lock-customers.ts';
