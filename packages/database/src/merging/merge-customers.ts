import { may } from '@orbita/domain/access';
import { type Columns, decideChoices, decideMerge, type Merge, type Mergeable, type MergeChoices, overwritten, refuseNumber } from '@orbita/domain/merging';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { type Em, newId } from '#connection';
import { refreshCustomOrder } from '#custom-fields';
import { Customer, customerAt, type CustomerAt, personalFields } from '#customers';
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
  /** Who become part of him; their ids go on naming the one. */
  readonly others: readonly CustomerAt[];
  /** From which of them a field is taken; the proposal counts for the others. */
  readonly choices?: readonly { readonly field: string; readonly from: string }[] | undefined;
}

/**
 * Makes customers one, one after the other in the order given. Every row stays with who held it, and the survivor shows
 * them all; only what one record must say for all is written, and remembered, so that each can be taken apart again.
 */
export async function mergeCustomers(em: Em, asked: MergeCustomers, writing: Writing): Promise<string | Refusal> {
  const { now, viewer, company, actor } = writing;
  const ids = [asked.survivorId, ...asked.others.map(({ id }) => id)];
  const number = refuseNumber(ids.length);
  if (number) return number;
  await takeTurnsMerging(em, ids);
  const around = (await aroundCustomers(em, ids)).filter((id) => !ids.includes(id));
  await lockCustomers(em, [...ids, ...around], now);
  for (const id of ids) {
    const refusal = await refuseMerged(em, id, id === asked.survivorId ? 'survivorId' : 'others', writing);
    if (refusal) return refusal;
  }
  const survivor = await customerAt(em, { id: asked.survivorId, expectedVersion: asked.expectedVersion }, writing);
  if (isRefused(survivor)) return survivor;
  const others: Customer[] = [];
  for (const one of asked.others) {
    const other = await customerAt(em, one, writing);
    if (isRefused(other)) return { ...other, field: 'others' };
    others.push(other);
  }
  const all = await mergeables(em, ids);
  const choices = decideChoices(all, new Map((asked.choices ?? []).map(({ field, from }) => [field, from])));
  if (isRefused(choices)) return choices;
  for (const [at, other] of others.entries()) {
    // What those before brought is the survivor's by now.
    const [mine, theirs] = at === 0 ? all : await mergeables(em, [survivor.id, other.id]);
    await mergeInto(em, { survivor, other, mine: mine!, theirs: theirs! }, choices, writing);
  }
  const { ownerId = null, teamId = null, partnerId = null } = survivor;
  if (!may(viewer, 'customer', 'update', { ownerId, teamId, partnerId })) return refuse('FORBIDDEN', { field: 'choices' });
  await refreshCustomers(em, [...ids, ...around], { now, zone: company.zone, actor });
  await refreshCustomOrder(em, ids);
  await countOpenPairs(em, ids);
  return survivor.id;
}

interface Next {
  readonly survivor: Customer;
  readonly other: Customer;
  /** Both as a merge reads them. */
  readonly mine: Mergeable;
  readonly theirs: Mergeable;
}

/** Makes one more a part of the survivor, by what was chosen of all of them. */
async function mergeInto(em: Em, { survivor, other, mine, theirs }: Next, choices: MergeChoices, { now, actor }: Writing): Promise<void> {
  const merge = decideMerge(mine, theirs, choices);
  const keys = await keysOf(em, [other.id]);
  em.assign(survivor, { ...entityColumns(merge.survivor), updatedAt: now });
  em.assign(other, { ...entityColumns(merge.other), mergedInto: survivor.id, updatedAt: now });
  await em.flush();
  const { endedAddresses, unpreferred, unprimary } = merge;
  await giveWay(em, merge, now);
  const parts = await follow(em, other.id, survivor.id);
  await keep(em, { id: newId(), survivorId: survivor.id, mergedId: other.id, mergedAt: now }, actor.id, {
    survivor: overwritten(mine.columns, merge.survivor), other: overwritten(theirs.columns, merge.other), parts, keys: [...keys, ...await keysOf(em, parts)],
    endedAddresses, unpreferred, unprimary, denials: await deny(em, survivor.id, merge.denials, actor.id, now),
    lists: await moveMemberships(em, { from: other.id, to: survivor.id }, now), standing: await standingOf(em, survivor.id),
  });
  await appendEvents(em, [{
    customerId: survivor.id, type: 'customersMerged', occurredAt: now, ...told(merge, mine, theirs),
  }], actor, now);
}

/** One who may not be changed, or is part of another already. */
async function refuseMerged(em: Em, id: string, field: string, writing: Writing): Promise<Refusal | undefined> {
  const found = await customerToWrite(em, id, 'customer', 'update', writing);
  if (isRefused(found)) return { ...found, field };
  if (found.id === id) return undefined;
  const { name } = await em.findOneOrFail(Customer, { id: found.id });
  return refuseBecause('CONFLICT', 'MERGED_ALREADY', { field, name, customerId: found.id });
}

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
