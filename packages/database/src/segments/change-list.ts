import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { appendCompanyEvent } from '#company';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { enterList, leaveList } from './list-members.queries.ts';
import { loadSegment } from './update-segment.ts';

export interface ChangeListInput {
  readonly id: string;
  readonly customerIds: readonly string[];
}

const mostAtOnce = 10_000;

/** Puts customers on a list, all of them or none. */
export async function addToSegment(em: Em, input: ChangeListInput, writing: Writing): Promise<string | Refusal> {
  const refused = await checkList(em, input, writing);
  if (refused) return refused;
  const ids = [...new Set(input.customerIds)];
  const seen = await enterList(em, input.id, ids, writing.viewer, writing.now);
  if (seen < ids.length) return refuse('NOT_FOUND', { field: 'customerIds' });
  await appendCompanyEvent(em, 'segmentMembersAdded', { id: input.id, count: seen }, writing);
  return input.id;
}

/** Takes customers off a list; those who are not on it stay off. */
export async function removeFromSegment(em: Em, input: ChangeListInput, writing: Writing): Promise<string | Refusal> {
  const refused = await checkList(em, input, writing);
  if (refused) return refused;
  const count = await leaveList(em, input.id, input.customerIds, writing.viewer, writing.now);
  await appendCompanyEvent(em, 'segmentMembersRemoved', { id: input.id, count }, writing);
  return input.id;
}

async function checkList(em: Em, input: ChangeListInput, writing: Writing): Promise<Refusal | undefined> {
  if (input.customerIds.length > mostAtOnce) {
    return refuse('OUT_OF_RANGE', { field: 'customerIds', details: { minimum: 0, maximum: mostAtOnce } });
  }
  const segment = await loadSegment(em, input, 'update', writing);
  if (isRefused(segment)) return segment;
  return segment.kind === 'LIST' ? undefined : refuseBecause('CONFLICT', 'MEMBERS_BY_RULE', { field: 'id' });
}
