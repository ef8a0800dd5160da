import { may } from '@orbita/domain/access';
import { bulkKinds } from '@orbita/domain/bulk';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { appendCompanyEvent } from '#company';
import { type Em, newId, rowsOf, run } from '#connection';
import type { Writing } from '#requests';
import { bulkChangeById, type BulkChangeRow } from './bulk-change.queries.ts';
import { noteDown } from './start-bulk-change.queries.ts';

/** Stops a change between two of its transactions: what is done stays, and can be taken back. */
export async function cancelBulkChange(em: Em, id: string, writing: Writing): Promise<string | Refusal> {
  const change = await heldChange(em, id, writing);
  if (isRefused(change)) return change;
  if (change.finishedAt !== null) return refuseBecause('CONFLICT', 'ENDED_ALREADY', { field: 'id' });
  const at = writing.now.toISOString();
  await run(em, sql`update bulk_change set status = 'CANCELLED', finished_at = ${at}::timestamptz, updated_at = ${at}::timestamptz where id = ${id}::uuid`);
  await appendCompanyEvent(em, 'bulkChangeCancelled', { id, subject: change.subject, verb: change.change.verb, done: change.done, total: change.total }, writing);
  return id;
}

/**
 * Takes a change back that has ended: a change of its own, in the name of whoever takes back, about the things that the
 * other changed. What was changed since is left as it is, and told. Answers the id of the new one.
 */
export async function undoBulkChange(em: Em, id: string, writing: Writing): Promise<string | Refusal> {
  const change = await heldChange(em, id, writing);
  if (isRefused(change)) return change;
  if (change.finishedAt === null) return refuseBecause('CONFLICT', 'NOT_ENDED', { field: 'id' });
  if (change.undoes !== null || bulkKinds[change.subject][change.change.verb]?.isUndone !== true) return refuseBecause('CONFLICT', 'NOT_UNDONE', { field: 'id' });
  if (change.undoneBy !== null) return refuseBecause('CONFLICT', 'UNDONE_ALREADY', { field: 'id' });
  if (change.forgottenAt !== null) return refuseBecause('CONFLICT', 'TOO_OLD', { field: 'id' });
  const undo = newId();
  const { subject, scope } = change;
  await noteDown(em, { id: undo, subject, change: change.change, scope, undoes: id }, writing);
  const total = await run(em, sql`
    insert into bulk_row (bulk_id, place, target_id)
    select ${undo}::uuid, place, target_id from bulk_row where bulk_id = ${id}::uuid and outcome = 'DONE'`);
  await run(em, sql`update bulk_change set total = ${total} where id = ${undo}::uuid`);
  await appendCompanyEvent(em, 'bulkChangeUndone', { id: undo, undoes: id, subject, verb: change.change.verb, total }, writing);
  return undo;
}

/** The change as it is while nobody goes on with it. */
async function heldChange(em: Em, id: string, { viewer }: Writing): Promise<BulkChangeRow | Refusal> {
  await rowsOf(em, sql`select id from bulk_change where id = ${id}::uuid for update`);
  const change = await bulkChangeById(em, id, viewer);
  if (!change) return refuse('NOT_FOUND', { field: 'id' });
  const owned = { ownerId: change.startedBy?.id ?? null, teamId: null, partnerId: null };
  return may(viewer, 'bulkChange', 'update', owned) ? change : refuse('FORBIDDEN');
}
