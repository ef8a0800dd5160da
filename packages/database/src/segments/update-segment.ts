import { LockMode } from '@mikro-orm/core';
import { type Action, may } from '@orbita/domain/access';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { prepareSegment } from '@orbita/domain/segments';
import { appendCompanyEvent, changedValues } from '#company';
import { refuseStale } from '#timeline';
import type { Em } from '#connection';
import { catalogueFor } from '#lifecycle';
import type { Writing } from '#requests';
import { Segment } from './segment.entity.ts';
import { segmentById } from './segment.queries.ts';

export interface SegmentMeant {
  readonly id: string;
  readonly expectedVersion: number;
}

export interface UpdateSegmentInput extends SegmentMeant {
  readonly name?: string | undefined;
  readonly description?: string | null | undefined;
  /** For a segment by rule only; a list stays a list. */
  readonly rule?: unknown;
  readonly shared?: boolean | undefined;
}

/** Changes what a segment is called, whom it means, or who else sees it. */
export async function updateSegment(em: Em, input: UpdateSegmentInput, writing: Writing): Promise<string | Refusal> {
  const segment = await loadSegment(em, input, 'update', writing);
  if (isRefused(segment)) return segment;
  const hasRule = input.rule !== undefined && input.rule !== null;
  if (hasRule && segment.kind === 'LIST') return refuseBecause('CONFLICT', 'LIST_HAS_NO_RULE', { field: 'rule' });
  const prepared = prepareSegment({
    name: input.name ?? segment.name,
    description: input.description === undefined ? segment.description ?? null : input.description,
    shared: input.shared ?? segment.shared,
    ...(segment.kind === 'LIST' ? { list: [] } : { rule: hasRule ? input.rule : segment.rule }),
  }, await catalogueFor(em, [input.rule, segment.rule]));
  if (isRefused(prepared)) return prepared;
  const { list: _, ...next } = prepared;
  return save(em, segment, next, 'segmentUpdated', writing);
}

/** Shows a segment to everybody who reads segments, or to its owner alone. */
export async function shareSegment(em: Em, input: SegmentMeant & { readonly shared: boolean }, writing: Writing): Promise<string | Refusal> {
  const segment = await loadSegment(em, input, 'update', writing);
  return isRefused(segment) ? segment : save(em, segment, { shared: input.shared }, 'segmentShared', writing);
}

/** Puts a segment away; it can be restored. */
export async function deleteSegment(em: Em, input: SegmentMeant, writing: Writing): Promise<string | Refusal> {
  const segment = await loadSegment(em, input, 'delete', writing);
  return isRefused(segment) ? segment : save(em, segment, { deletedAt: writing.now }, 'segmentDeleted', writing);
}

/** Brings a deleted segment back, with the members it had. */
export async function restoreSegment(em: Em, input: SegmentMeant, writing: Writing): Promise<string | Refusal> {
  const segment = await loadSegment(em, input, 'delete', writing, true);
  return isRefused(segment) ? segment : save(em, segment, { deletedAt: null }, 'segmentRestored', writing);
}

/** The segment to be written, locked: seen by the viewer, his to write, in the version that he saw. */
export async function loadSegment(
  em: Em, { id, expectedVersion }: { id: string; expectedVersion?: number }, action: Action, writing: Writing, deleted = false,
): Promise<Segment | Refusal> {
  const seen = await segmentById(em, id, writing.viewer);
  const segment = seen && await em.findOne(Segment, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!segment || Boolean(segment.deletedAt) !== deleted) return refuse('NOT_FOUND', { field: 'id' });
  const owned = { ownerId: segment.ownerId ?? null, teamId: null, partnerId: null };
  if (!may(writing.viewer, 'segment', action, owned)) return refuse('FORBIDDEN');
  const stale = expectedVersion !== undefined && segment.version !== expectedVersion;
  return stale ? refuseStale(em, writing.company.id, { payload: { id } }) : segment;
}

async function save(em: Em, segment: Segment, next: Partial<Segment>, type: string, writing: Writing): Promise<string> {
  const { changed: fields, values: { name, description, shared } } = changedValues(segment, next);
  // What only its owner sees stays with him; a rule is read on its page.
  const open = segment.shared || next.shared === true ? { name, description, shared } : {};
  const values = Object.fromEntries(Object.entries(open).filter(([, value]) => value !== undefined));
  em.assign(segment, { ...next, updatedAt: writing.now }, { mergeObjectProperties: false });
  await em.flush();
  await appendCompanyEvent(em, type, { id: segment.id, fields, values }, writing);
  return segment.id;
}
