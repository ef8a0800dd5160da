import { sql } from 'kysely';
import { type Em, newId, rowsOf, run } from '#connection';
import { compareCustomers } from './compare.queries.ts';

export interface Checking {
  readonly now: Date;
  /** Customers of one transaction. */
  readonly limit?: number;
}

const usual = 200;

/**
 * Compares the next customers whom a write changed, else the next of the scan that is open; at most `limit`, in one
 * transaction, which also says how far it came: broken off, it goes on where it stood. Answers whether there is more.
 */
export function checkDuplicates(em: Em, { now, limit = usual }: Checking): Promise<boolean> {
  return em.fork({ clear: true }).transactional(async (inner) =>
    await checkWaiting(inner as Em, now, limit) || checkNextOfScan(inner as Em, now, limit));
}

async function checkWaiting(em: Em, now: Date, limit: number): Promise<boolean> {
  const waiting = await rowsOf(em, sql<{ place: string; id: string }>`
    select id as place, customer_id as id from duplicate_check order by id limit ${limit} for update skip locked`);
  if (waiting.length === 0) return false;
  const ids = [...new Set(waiting.map(({ id }) => id))];
  await compareCustomers(em, ids, now);
  await run(em, sql`delete from duplicate_check where id = any(${waiting.map(({ place }) => place)}::bigint[])`);
  await leaveOwnPlaces(em, ids);
  return true;
}

/** Who got his keys only by being compared has been compared with everybody: of him goes what this transaction added, and nothing that others did. */
const leaveOwnPlaces = (em: Em, ids: readonly string[]): Promise<number> => run(em, sql`
  delete from duplicate_check where customer_id = any(${ids}::uuid[]) and xmin::text::bigint = pg_current_xact_id()::text::bigint % 4294967296`);

async function checkNextOfScan(em: Em, now: Date, limit: number): Promise<boolean> {
  const [scan] = await rowsOf(em, sql<{ id: string; reached: string }>`
    select id, reached from duplicate_scan where done_at is null for update skip locked`);
  if (!scan) return false;
  const next = await rowsOf(em, sql<{ id: string }>`select id from customer where id > ${scan.reached}::uuid order by id limit ${limit}`);
  const ids = next.map(({ id }) => id);
  await compareCustomers(em, ids, now);
  await leaveOwnPlaces(em, ids);
  await run(em, sql`
    update duplicate_scan set reached = ${ids.at(-1) ?? scan.reached}::uuid, checked = checked + ${ids.length},
      done_at = ${ids.length < limit ? now.toISOString() : null}::timestamptz where id = ${scan.id}::uuid`);
  return true;
}

export interface NewScan {
  readonly now: Date;
  /** Null when the clock asks. */
  readonly startedBy: string | null;
  /** Only when none was started since. */
  readonly unlessSince?: Date | undefined;
}

/** Asks for everybody to be compared anew, unless that is under way. Answers the scan's id; null when none is open. */
export async function startScan(em: Em, { now, startedBy, unlessSince }: NewScan): Promise<string | null> {
  await run(em, sql`
    insert into duplicate_scan (id, started_at, started_by, total)
    select ${newId()}::uuid, ${now.toISOString()}::timestamptz, ${startedBy}::uuid, (select count(*) from customer)
    where not exists (select from duplicate_scan where started_at > ${(unlessSince ?? now).toISOString()}::timestamptz)
    on conflict do nothing`);
  return openScan(em);
}

/** The scan that is under way. */
export async function openScan(em: Em): Promise<string | null> {
  const [open] = await rowsOf(em, sql<{ id: string }>`select id from duplicate_scan where done_at is null`);
  return open?.id ?? null;
}
