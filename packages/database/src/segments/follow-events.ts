import type { Em } from '#connection';
import { reviewInstants } from '#facts';
import type { OutboxEvent } from '#timeline';
import { refreshMembershipsOf, refreshSegmentMembers } from './members.queries.ts';

const meansOthers = ['segmentCreated', 'segmentUpdated', 'segmentRestored'];

/** Keeps the remembered members of segments in step with what happened to customers, and to the segments themselves. */
export async function followEvents(em: Em, events: readonly OutboxEvent[], now: Date): Promise<void> {
  const changed = events.filter(({ type }) => meansOthers.includes(type)).map(({ payload }) => String(payload['id']));
  for (const id of [...new Set(changed)].toSorted()) await refreshSegmentMembers(em, id, now);
  if (changed.length > 0) await reviewInstants(em, { now });
  await refreshMembershipsOf(em, [...new Set(events.map(({ customerId }) => customerId))], now);
}
