import type { Viewer } from '@orbita/domain/access';
import type { BulkChange, BulkSubject, Written } from '@orbita/domain/bulk';
import { isRefused, refuseBecause } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { type Em, rowsOf, run } from '#connection';
import type { Writing } from '#requests';
import type { BulkAnswer } from '../bulk-acts.ts';
import { countRefusals, outcomeOf, type Refusals } from '../outcome.ts';
import { actsOf } from '../subjects/index.ts';

interface OpenChange {
  readonly id: string;
  readonly subject: BulkSubject;
  readonly change: BulkChange;
  readonly undoes: string | null;
  readonly startedBy: string;
  readonly reached: number;
  readonly refusals: Refusals;
}

interface NextRow {
  readonly place: number;
  readonly targetId: string;
  readonly written: Written | null;
}

/** How far one step came: there is more to do, it has ended, or another process is at it. */
export type Step = 'MORE' | 'ENDED' | 'BUSY';

/**
 * Does the next rows of a change and writes what became of them, in one transaction: broken off, none of it happened. It
 * is done in the name and by the rights of whoever started it, as they are now.
 */
export function takeStep(em: Em, id: string, now: Date, most?: number): Promise<Step> {
  return em.fork({ clear: true }).transactional(async (transaction) => {
    const inner = transaction as Em;
    const change = await heldByUs(inner, id);
    if (!change) return 'BUSY';
    const writing = await writingOf(inner, change, now);
    // Whoever may no longer sign in does nothing more.
    if (!writing) return end(inner, id, 'CANCELLED', now);
    const acts = actsOf[change.subject];
    const rows = await nextRows(inner, change, Math.min(most ?? acts.atOnce, acts.atOnce));
    if (rows.length === 0) return end(inner, id, 'DONE', now);
    const answers = change.undoes === null
      ? await acts.perform(inner, rows.map(({ targetId }) => targetId), change.change, writing)
      : await takeBackKept(inner, change, rows, writing);
    await saveAnswers(inner, change, rows, answers, now);
    return 'MORE';
  });
}

/** Takes back what is still known; where what was there before is forgotten, nothing is. */
async function takeBackKept(em: Em, { subject, change }: OpenChange, rows: readonly NextRow[], writing: Writing): Promise<BulkAnswer[]> {
  const things = rows.flatMap(({ targetId, written }) => (written ? [{ id: targetId, written }] : []));
  const answers = await actsOf[subject].takeBack(em, things, change, writing);
  const byThing = new Map(things.map(({ id }, at) => [id, answers[at]!]));
  return rows.map(({ targetId }) => byThing.get(targetId) ?? refuseBecause('CONFLICT', 'TOO_OLD', { field: 'id' }));
}

/** Passes over the next row, which could not be done for a fault of ours. */
export async function passOver(em: Em, id: string, now: Date): Promise<void> {
  await em.fork({ clear: true }).transactional(async (transaction) => {
    const inner = transaction as Em;
    const change = await heldByUs(inner, id);
    const [row] = change ? await nextRows(inner, change, 1) : [];
    if (!row) return;
    await run(inner, sql`update bulk_row set outcome = 'FAILED' where bulk_id = ${id}::uuid and place = ${row.place}`);
    await run(inner, sql`
      update bulk_change set status = 'RUNNING', reached = ${row.place}, failed = failed + 1, updated_at = ${now.toISOString()}::timestamptz where id = ${id}::uuid`);
  });
}

/** The changes that wait or are under way, the oldest first. */
export async function openChanges(em: Em): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ id: string }>`select id from bulk_change where status in ('WAITING', 'RUNNING') order by created_at, id`);
  return rows.map(({ id }) => id);
}

async function heldByUs(em: Em, id: string): Promise<OpenChange | undefined> {
  const [change] = await rowsOf(em, sql<OpenChange>`
    select id, subject, change, undoes_id as undoes, started_by as "startedBy", reached, refusals
    from bulk_change where id = ${id}::uuid and status in ('WAITING', 'RUNNING') for update skip locked`);
  return change;
}

async function writingOf(em: Em, { id, startedBy }: OpenChange, now: Date): Promise<Writing | undefined> {
  const [found] = await rowsOf(em, sql<{ viewer: Viewer; company: Writing['company'] }>`
    select json_build_object('userId', u.id, 'role', u.role, 'teamId', u.team_id, 'partnerId', u.partner_id, 'language', u.language) as viewer,
      (select json_build_object('id', c.id, 'zone', c.zone, 'currency', c.currency, 'country', c.country) from company c order by c.id limit 1) as company
    from app_user u where u.id = ${startedBy}::uuid and u.active`);
  return found && { ...found, now, actor: { kind: 'USER', id: startedBy, channel: 'JOB', bulkChangeId: id } };
}

function nextRows(em: Em, { id, undoes, reached }: OpenChange, most: number): Promise<NextRow[]> {
  return rowsOf(em, sql<NextRow>`
    select r.place, r.target_id as "targetId", d.changed as written
    from bulk_row r left join bulk_row d on d.bulk_id = ${undoes}::uuid and d.place = r.place
    where r.bulk_id = ${id}::uuid and r.place > ${reached} order by r.place limit ${most}`);
}

async function saveAnswers(em: Em, change: OpenChange, rows: readonly NextRow[], answers: readonly BulkAnswer[], now: Date): Promise<void> {
  const outcomes = answers.map(outcomeOf);
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  const results = rows.map(({ place }, at) => {
    const answer = answers[at]!;
    const done = outcomes[at] === 'DONE' && !isRefused(answer);
    return { place, outcome: outcomes[at], refusal: isRefused(answer) ? answer : null, changed: done ? answer.changed : null };
  });
  await run(em, sql`
    update bulk_row r set outcome = a.outcome, refusal = a.refusal, changed = a.changed
    from jsonb_to_recordset(${JSON.stringify(results)}::jsonb) a(place int, outcome text, refusal jsonb, changed jsonb)
    where r.bulk_id = ${change.id}::uuid and r.place = a.place`);
  await run(em, sql`
    update bulk_change set status = 'RUNNING', reached = ${rows.at(-1)!.place}, done = done + ${count('DONE')},
      unchanged = unchanged + ${count('UNCHANGED')}, refused = refused + ${count('REFUSED')},
      refusals = ${JSON.stringify(countRefusals(change.refusals, answers))}::jsonb, updated_at = ${now.toISOString()}::timestamptz
    where id = ${change.id}::uuid`);
}

async function end(em: Em, id: string, status: 'DONE' | 'CANCELLED', now: Date): Promise<Step> {
  const at = now.toISOString();
  await run(em, sql`update bulk_change set status = ${status}, finished_at = ${at}::timestamptz, updated_at = ${at}::timestamptz where id = ${id}::uuid`);
  return 'ENDED';
}
