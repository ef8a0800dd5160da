import { may } from '@orbita/domain/access';
import { type Columns, type Mergeable, type Overwritten, restored } from '@orbita/domain/merging';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import { refreshCustomOrder } from '#custom-fields';
import { Customer, customerAt, leaveGoneGroups } from '#customers';
import { countOpenPairs } from '#duplicates';
import { lockCustomers, refreshCustomers, standAgain } from '#lifecycle';
import type { Writing } from '#requests';
import { restoreMemberships } from '#segments';
import { appendEvents, type TimelineEvent } from '#timeline';
import { entityColumns } from './entity-columns.ts';
import { haveGrownTogether } from './grown-together.queries.ts';
import { claimBack, forget, standingMerge, type StandingMerge } from './kept.queries.ts';
import { mergeables } from './mergeable.queries.ts';
import { deniedSince, isOptedOutSince } from './no-since.queries.ts';
import { aroundCustomers, deny, followBack, takeDenialsBack, takePlaceAgain } from './parts.queries.ts';
import { takeTurnsMerging } from './take-turns-merging.ts';

export interface UnmergeCustomers {
  /** The one who stayed. */
  readonly id: string;
  readonly expectedVersion: number;
  /** Those who are to be customers of their own again. */
  readonly mergedIds: readonly string[];
}

/**
 * Takes merges back, the latest first: the others are customers of their own again, with every row they held. What was
 * written since stays with whom it was written for; a no alone stands for both. Refused once something of one rests on
 * something of the other, and to whoever may not change all that they are then: who could not have made them one.
 */
export async function unmergeCustomers(em: Em, asked: UnmergeCustomers, writing: Writing): Promise<string | Refusal> {
  const { now, actor, company } = writing;
  const ids = [asked.id, ...new Set(asked.mergedIds)];
  await takeTurnsMerging(em, ids);
  const around = (await aroundCustomers(em, ids)).filter((id) => !ids.includes(id));
  await lockCustomers(em, [asked.id, ...around], now);
  const survivor = await customerAt(em, asked, writing);
  if (isRefused(survivor)) return survivor;
  const merges: StandingMerge[] = [];
  for (const id of ids.slice(1)) {
    const merge = await standingMerge(em, id);
    if (!merge) return refuseBecause('CONFLICT', 'NOT_MERGED', { field: 'mergedIds' });
    merges.push(merge);
  }
  for (const merge of merges.toSorted((a, b) => (a.id < b.id ? 1 : -1))) {
    const refusal = await takeApart(em, survivor, merge, writing);
    if (refusal) return refusal;
  }
  await refreshCustomers(em, [...ids, ...around], { now, zone: company.zone, actor });
  await refreshCustomOrder(em, ids);
  await countOpenPairs(em, ids);
  return survivor.id;
}

async function takeApart(em: Em, survivor: Customer, found: StandingMerge, { now, actor, viewer }: Writing): Promise<Refusal | null> {
  const other = await em.findOne(Customer, { id: found.mergedId, mergedInto: survivor.id });
  // Read anew: those that were taken apart before it rested on it.
  const merge = other && await standingMerge(em, other.id);
  if (!other || !merge) return refuseBecause('CONFLICT', 'NOT_MERGED', { field: 'mergedIds' });
  const refusal = await refuseUnmerge(em, survivor.id, merge);
  if (refusal) return refusal;
  const { kept, mergedAt } = merge;
  const [mine, theirs] = await mergeables(em, [survivor.id, other.id]) as [Mergeable, Mergeable];
  const optedOut = mine.columns.doNotContact && await isOptedOutSince(em, merge);
  const theirsAgain = { doNotContact: theirs.columns.doNotContact, ...back(theirs.columns, kept.other) };
  const no = optedOut ? { doNotContact: true } : {};
  em.assign(survivor, { ...back(mine.columns, kept.survivor), ...no, updatedAt: now });
  em.assign(other, { ...theirsAgain, ...no, mergedInto: null, updatedAt: now });
  await em.flush();
  await leaveGoneGroups(em, [survivor.id, other.id]);
  for (const { ownerId = null, teamId = null, partnerId = null } of [survivor, other]) {
    if (!may(viewer, 'customer', 'update', { ownerId, teamId, partnerId })) return refuse('FORBIDDEN', { field: 'mergedIds' });
  }
  await followBack(em, kept.parts, other.id);
  await takeDenialsBack(em, kept.denials);
  const denied = await denyForBoth(em, merge, actor.id, now);
  await takePlaceAgain(em, kept, mergedAt, now);
  await restoreMemberships(em, { from: other.id, to: survivor.id }, kept.lists, mergedAt);
  await standAgain(em, survivor.id, kept.standing);
  await forget(em, merge.id, actor.id, now);
  await appendEvents(em, [
    { customerId: survivor.id, type: 'customersUnmerged', occurredAt: now, payload: { mergedId: other.id, ...denied(survivor.id) }, personal: { name: other.name } },
    { customerId: other.id, type: 'customersUnmerged', occurredAt: now, payload: { survivorId: survivor.id, ...denied(other.id) }, personal: { name: survivor.name } },
    ...(optedOut && !theirsAgain.doNotContact ? [optedOutEvent(other.id, now)] : []),
  ], actor, now);
  return null;
}

/** A no that was said while they were one stands for both; answers what the timeline of each is told of it. */
async function denyForBoth(em: Em, merge: StandingMerge, by: string | null, now: Date): Promise<(id: string) => { denied?: string[] }> {
  const told = new Map<string, string[]>();
  for (const id of [merge.survivorId, merge.mergedId]) {
    const denials = await deniedSince(em, merge, id);
    await deny(em, id, denials, by, now);
    told.set(id, [...new Set(denials.map(({ channel }) => channel))]);
  }
  return (id) => (told.get(id)?.length ? { denied: told.get(id)! } : {});
}

const optedOutEvent = (customerId: string, now: Date): TimelineEvent => ({
  customerId, type: 'customerUpdated', occurredAt: now, payload: { changed: ['doNotContact'], values: { doNotContact: { before: false, after: true } } },
});

async function refuseUnmerge(em: Em, survivorId: string, { survivorId: heldBy, mergedId, mergedAt, later, kept }: StandingMerge): Promise<Refusal | null> {
  if (later !== null || heldBy !== survivorId) return refuseBecause('CONFLICT', 'MERGED_SINCE', { field: 'mergedIds', name: later ?? '' });
  const others = [mergedId, ...kept.parts];
  const all = await em.find(Customer, { mergedInto: survivorId });
  const ones = [survivorId, ...all.map(({ id }) => id).filter((id) => !others.includes(id))];
  if (await haveGrownTogether(em, ones, others, mergedAt)) return refuseBecause('CONFLICT', 'GROWN_TOGETHER', { field: 'mergedIds' });
  const taken = await claimBack(em, others, [...ones, ...others], kept.keys);
  return taken === null ? null : refuseBecause('CONFLICT', 'KEY_TAKEN_SINCE', { field: 'mergedIds', value: taken });
}

const back = (current: Columns, overwritten: Overwritten) => entityColumns(restored(current, overwritten));
