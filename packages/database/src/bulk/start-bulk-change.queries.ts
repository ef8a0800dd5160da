import { type BulkChange, type BulkSubject, prepareBulkChange } from '@orbita/domain/bulk';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { appendCompanyEvent } from '#company';
import { type Em, newId, run } from '#connection';
import type { Writing } from '#requests';
import type { BulkTargets } from './bulk-acts.ts';
import type { BulkScope } from './bulk-change.queries.ts';
import { freezeTargets } from './freeze.queries.ts';
import { refuseStrangers } from './strangers.queries.ts';

export interface NewBulkChange {
  readonly subject: BulkSubject;
  readonly change: BulkChange;
  readonly targets: BulkTargets;
  /** In what words they were meant. */
  readonly scope: BulkScope;
}

/**
 * Notes down what shall be done with whom; who is meant is settled now, and what is done with each when his turn comes.
 * A job does it, woken by the event. Answers the id.
 */
export async function startBulkChange(em: Em, { subject, targets, scope, ...asked }: NewBulkChange, writing: Writing): Promise<string | Refusal> {
  const { viewer, now, company } = writing;
  const change = prepareBulkChange(subject, asked.change, viewer);
  if (isRefused(change)) return change;
  const strange = await refuseStrangers(em, change, targets);
  if (strange) return strange;
  const id = newId();
  await noteDown(em, { id, subject, change, scope, undoes: null }, writing);
  const total = await freezeTargets(em, id, subject, targets, viewer, { now, zone: company.zone });
  await run(em, sql`update bulk_change set total = ${total} where id = ${id}::uuid`);
  await appendCompanyEvent(em, 'bulkChangeStarted', { id, subject, verb: change.verb, scope, total }, writing);
  return id;
}

export interface Noted extends Pick<NewBulkChange, 'subject' | 'change' | 'scope'> {
  readonly id: string;
  readonly undoes: string | null;
}

export async function noteDown(em: Em, { id, subject, change, scope, undoes }: Noted, { viewer, now }: Writing): Promise<void> {
  const at = now.toISOString();
  await run(em, sql`
    insert into bulk_change (id, subject, change, scope, undoes_id, started_by, created_at, updated_at)
    values (${id}::uuid, ${subject}, ${JSON.stringify(change)}::jsonb, ${scope}, ${undoes}::uuid, ${viewer.userId}::uuid, ${at}::timestamptz, ${at}::timestamptz)`);
}
