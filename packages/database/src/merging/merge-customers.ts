import { may } from '@orbita/domain/access';
import { type Columns, decideMerge, type Merge, type Mergeable } from '@orbita/domain/merging';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import { refreshCustomOrder } from '#custom-fields';
import { Customer, customerAt, personalFields } from '#customers';
import { countOpenPairs } from '#duplicates';
import { lockCustomers, refreshCustomers, standingOf } from '#lifecycle';
import { customerToWrite, type Writing } from '#requests';
import { moveMemberships } from '#segments';
import { appendEvents } from '#timeline';
import { entityColumns } from './entity-columns.ts';
import { keep, keysOf } from './kept.queries.ts';
import { mergeables } from './mergeable.queries.ts';
import { aroundCustomers, deny, follow, giveWay } from './parts.queries.ts';
import { takeTurnsMerging } from './take-turns-merging.ts';

export interface MergeCustomers {
  /** Who stays. */
  readonly survivorId: string;
  readonly expectedVersion: number;
  /** Who becomes part of him; his id goes on naming the one. */
  readonly otherId: string;
  readonly otherVersion: number;
  /** From which of the two a field is taken; the proposal counts for the others. */
  readonly choices?: readonly { readonly field: string; readonly from: string }[] | undefined;
}

/**
 * Makes two customers one. Every row stays with who held it, and the survivor shows them all; only what one record must
 * say for both is written, and remembered, so that it can be undone.
 */
export async function mergeCustomers(em: Em, asked: MergeCustomers, writing: Writing): Promise<string | Refusal> {
  const { now, viewer, company, actor } = writing;
  await takeTurnsMerging(em, asked.survivorId, asked.otherId);
  const around = await aroundCustomers(em, [asked.survivorId, asked.otherId]);
  await lockCustomers(em, [asked.survivorId, asked.otherId, ...around], now);
  const merged = await refuseMerged(em, asked.survivorId, 'survivorId', writing) ?? await refuseMerged(em, asked.otherId, 'otherId', writing);
  if (merged) return merged;
  const survivor = await customerAt(em, { id: asked.survivorId, expectedVersion: asked.expectedVersion }, writing);
  if (isRefused(survivor)) return survivor;
  const other = await customerAt(em, { id: asked.otherId, expectedVersion: asked.otherVersion }, writing);
  if (isRefused(other)) return { ...other, field: 'otherVersion' };
  const [mine, theirs] = await mergeables(em, [survivor.id, other.id]);
  const merge = decideMerge(mine, theirs, new Map((asked.choices ?? []).map(({ field, from }) => [field, from])));
  if (isRefused(merge)) return merge;
  const owned = { ownerId: mine.columns.ownerId, teamId: mine.columns.teamId, partnerId: mine.columns.partnerId, ...merge.survivor };
  if (!may(viewer, 'customer', 'update', owned)) return refuse('FORBIDDEN', { field: 'choices' });
  const id = newId();
  const keys = await keysOf(em, [other.id]);
  em.assign(survivor, { ...entityColumns(merge.survivor), updatedAt: now });
  em.assign(other, { ...entityColumns(merge.other), mergedInto: survivor.id, updatedAt: now });
  await em.flush();
  const { endedAddresses, unpreferred, unprimary } = merge;
  await giveWay(em, merge, now);
  const parts = await follow(em, other.id, survivor.id);
  await keep(em, { id, survivorId: survivor.id, mergedId: other.id, mergedAt: now }, actor.id, {
    survivor: overwritten(mine, merge.survivor), other: overwritten(theirs, merge.other), parts, keys: [...keys, ...await keysOf(em, parts)],
    endedAddresses, unpreferred, unprimary, denials: await deny(em, survivor.id, merge.denials, actor.id, now),
    lists: await moveMemberships(em, { from: other.id, to: survivor.id }, now), standing: await standingOf(em, survivor.id),
  });
  await appendEvents(em, [{
    customerId: survivor.id, type: 'customersMerged', occurredAt: now, ...told(merge, mine, theirs),
  }], actor, now);
  await refreshCustomers(em, [survivor.id, other.id, ...around.filter((one) => one !== other.id && one !== survivor.id)], { now, zone: company.zone, actor });
  await refreshCustomOrder(em, [survivor.id, other.id]);
  await countOpenPairs(em, [survivor.id, other.id]);
  return survivor.id;
}

/** One who may not be changed, or is part of another already. */
async function refuseMerged(em: Em, id: string, field: string, writing: Writing): Promise<Refusal | undefined> {
  const found = await customerToWrite(em, id, 'customer', 'update', writing);
  if (isRefused(found)) return { ...found, field };
  if (found.id === id) return undefined;
  const { name } = await em.findOneOrFail(Customer, { id: found.id });
  return refuseBecause('CONFLICT', 'MERGED_ALREADY', { field, name, customerId: found.id });
}

const overwritten = ({ columns }: Mergeable, after: Partial<Columns>) =>
  ({ after, before: Object.fromEntries(Object.keys(after).map((column) => [column, columns[column as keyof Columns]])) });

// What it cost to win them, custom fields and instants are not told: the first two are not everybody's to read.
const untold: readonly string[] = ['nameKey', 'acquisitionCost', 'custom', 'customerSince', 'leftAt', 'campaignId', 'referredBy'];

/** What the event tells: who became part of him, and what his record says differently; values of a person apart. */
function told({ survivor, denials }: Merge, mine: Mergeable, theirs: Mergeable) {
  const changed = (Object.keys(survivor) as (keyof Columns)[]).filter((column) => !untold.includes(column));
  const values = (personal: boolean) => Object.fromEntries(changed.filter((column) => personalFields.has(column) === personal)
    .map((column) => [column, { before: mine.columns[column], after: survivor[column] }]));
  const denied = [...new Set(denials.map(({ channel }) => channel))];
  return {
    payload: { mergedId: theirs.id, changed, values: values(false), ...(denied.length > 0 ? { denied } : {}) },
    personal: { name: theirs.columns.name, changes: values(true) },
  };
}
