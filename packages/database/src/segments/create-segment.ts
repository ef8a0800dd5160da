import { may } from '@orbita/domain/access';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import { prepareSegment, type SegmentInput } from '@orbita/domain/segments';
import { appendCompanyEvent } from '#company';
import { type Em, newId } from '#connection';
import { catalogueFor } from '#lifecycle';
import type { Writing } from '#requests';
import { enterList } from './list-members.queries.ts';
import { Segment } from './segment.entity.ts';

/** Names the customers for whom a rule holds, or those put on a list. Answers with the segment's id. */
export async function createSegment(em: Em, input: SegmentInput, writing: Writing): Promise<string | Refusal> {
  const { viewer, now } = writing;
  if (!may(viewer, 'segment', 'create')) return refuse('FORBIDDEN');
  const segment = prepareSegment(input, await catalogueFor(em, input.rule));
  if (isRefused(segment)) return segment;
  const id = newId();
  const { list, ...kept } = segment;
  em.create(Segment, { id, ...kept, ownerId: viewer.userId, createdAt: now, updatedAt: now });
  await em.flush();
  if (list && list.length > 0 && (await enterList(em, id, list, viewer, now)) < list.length) return refuse('NOT_FOUND', { field: 'list' });
  await appendCompanyEvent(em, 'segmentCreated', { id, kind: kept.kind }, writing);
  return id;
}
