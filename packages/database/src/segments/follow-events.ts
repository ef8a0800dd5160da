import type { Em } from '#connection';
import { reviewInstants } from '#facts';
import type { OutboxEvent } from '#timeline';
import { refreshMembershipsOf, refreshSegmentMembers, segmentsReading } from './members.queries.ts';

const meansOthers = ['segmentCreated', 'segmentUpdated', 'segmentRestored'];
const meansFields = ['customFieldArchived', 'customFieldRestored'];

/** Keeps the remembered members of segments in step with what happened to customers, and to the segments themselves. */
export async function followEvents(em: Em, events: readonly OutboxEvent[], now: Date): Promise<void> {
  const changed = events.filter(({ type }) => meansOthers.includes(type)).map(({ payload }) => String(payload['id']));
  // A field that was put away is unknown to every rule, and known again when it comes back.
  const fields = events.filter(({ type }) => meansFields.includes(type)).map(({ payload }) => `custom.${String(payload['name'])}`);
  if (fields.length > 0) changed.push(...await segmentsReading(em, fields));
  for (const id of [...new Set(changed)].toSorted()) await refreshSegmentMembers(em, id, now);
  if (changed.length > 0) await reviewInstants(em, { now });
  await refreshMembershipsOf(em, [...new Set(events.map(({ customerId }) => customerId))], now);
}
