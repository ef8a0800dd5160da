import type { Action } from '@orbita/domain/access';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';
import { refreshCustomers } from '#lifecycle';
import { type CustomerToWrite, customerToWrite, type Writing } from '#requests';
import { appendEvents, refuseStale } from '#timeline';
import { Activity } from '../activity.entity.ts';
import { activitySource, activityVisible } from '../activity.queries.ts';

export interface ActivityAt {
  readonly id: string;
  readonly expectedVersion: number;
}

/** Locks the customer of an activity and loads it; to one who may not see it, it does not exist. */
export async function activityToWrite(
  em: Em, { id, expectedVersion }: ActivityAt, action: Action, writing: Writing,
): Promise<{ activity: Activity; customer: CustomerToWrite } | Refusal> {
  const [held] = await rowsOf(em, sql<{ customerId: string }>`
    select a.customer_id as "customerId" from ${activitySource()} where a.id = ${id}::uuid and ${activityVisible(writing.viewer)}`);
  if (!held) return refuse('NOT_FOUND', { field: 'id' });
  const customer = await customerToWrite(em, held.customerId, 'activity', action, writing);
  if (isRefused(customer)) return customer;
  const activity = await em.findOne(Activity, { id, customerId: held.customerId, deletedAt: null });
  if (!activity) return refuse('NOT_FOUND', { field: 'id' });
  return activity.version === expectedVersion ? { activity, customer } : refuseStale(em, held.customerId, { payload: { activityId: id } });
}

export interface Happened {
  readonly type: string;
  readonly occurredAt?: Date;
  readonly payload?: Record<string, unknown>;
  readonly personal?: Record<string, unknown>;
}

/** Tells the timeline what happened to an activity, saves it and counts its customer anew. */
export async function recordActivity(
  em: Em, activity: { id: string; customerId: string; kind: string }, { type, occurredAt, payload, personal }: Happened,
  { actor, now, company }: Writing,
): Promise<string> {
  await em.flush();
  await appendEvents(em, [{
    customerId: activity.customerId, type, occurredAt: occurredAt ?? now,
    payload: { activityId: activity.id, kind: activity.kind, ...payload },
    ...(personal ? { personal } : {}),
  }], actor, now);
  await refreshCustomers(em, [activity.customerId], { now, zone: company.zone, actor });
  return activity.id;
}
