import { type Refusal, refuse } from '@orbita/domain/refusal';
import { sql } from 'kysely';
import { appendCompanyEvent } from '#company';
import { type Em, rowsOf, transact } from '#connection';
import { refreshCustomOrder } from '#custom-fields';
import { leaveGoneGroups } from '#customers';
import type { Database } from '#database';
import { lockCustomers, refreshCustomers } from '#lifecycle';
import type { Writing } from '#requests';
import { type Actor, appendEvents } from '#timeline';
import { keysTaken, nextTouched, productsChangedSince, putBack, putProductsBack, referrersOf, settle, takeOut, touchedSince, type Touched } from './touched.queries.ts';
import { holdUndoing, markUndoing, saveUndone, type Undone, undoneBy } from './undo-job.queries.ts';

/**
 * Has an import undone in the background: what it changed is put back row for row, whom it made is deleted and gives his
 * keys back. Whoever somebody worked on since stays as he is, and is counted.
 */
export async function askUndo(em: Em, id: string, writing: Writing): Promise<{ readonly id: string } | Refusal> {
  const { viewer, now, company } = writing;
  if ((await markUndoing(em, id, viewer, now)) === 0) return refuse('CONFLICT', { field: 'id' });
  await appendCompanyEvent(em, 'importUndone', { id: company.id, importId: id }, writing);
  return { id };
}

export interface Undoing {
  readonly now: () => Date;
  readonly signal?: AbortSignal | undefined;
  readonly many?: number;
}

const usual = 200;

/** Undoes batch by batch, each in one transaction with how far it came; broken off, the next caller goes on. */
export async function undoImport(database: Database, id: string, { now, signal, many = usual }: Undoing): Promise<void> {
  const { by } = await undoneBy(database.em.fork({ clear: true }), id);
  const actor: Actor = { kind: 'IMPORT', id: by, channel: 'JOB' };
  for (const kind of ['CUSTOMER', 'PRODUCT'] as const) {
    for (let some = 1; some > 0;) {
      if (signal?.aborted) return;
      some = (await transact(database.em.fork({ clear: true }), async (em) => {
        const undone = await holdUndoing(em, id);
        const things = undone ? await nextTouched(em, id, kind, many) : [];
        if (!undone || things.length === 0) return 0;
        const told = kind === 'CUSTOMER' ? await undoCustomers(em, id, things, actor, now()) : await undoProducts(em, id, things, now());
        await settle(em, id, things.map((one) => one.id));
        await saveUndone(em, id, { restored: undone.restored + told.restored, removed: undone.removed + told.removed, left: undone.left + told.left }, 'UNDOING', now());
        return things.length;
      })) as number;
    }
  }
  const em = database.em.fork({ clear: true });
  await saveUndone(em, id, (await undoneBy(em, id)).undone, 'UNDONE', now());
}

async function undoCustomers(em: Em, jobId: string, things: readonly Touched[], actor: Actor, now: Date): Promise<Undone> {
  const ids = things.map(({ id }) => id);
  // What they bought is counted with who recommended them, too.
  const referrers = await referrersOf(em, ids);
  await lockCustomers(em, [...ids, ...referrers], now);
  const since = await leftAsTheyAre(em, jobId, ids);
  const untouched = things.filter(({ id }) => !since.has(id));
  const made = untouched.flatMap((one) => (one.made ? [one.id] : []));
  const changed = untouched.flatMap((one) => (one.made ? [] : [one.id]));
  await putBack(em, jobId, changed);
  await leaveGoneGroups(em, changed);
  await takeOut(em, made, now);
  const payload = { importId: jobId };
  await appendEvents(em, [
    ...changed.map((customerId) => ({ customerId, type: 'customerImportUndone', occurredAt: now, payload })),
    ...made.map((customerId) => ({ customerId, type: 'customerDeleted', occurredAt: now, payload })),
  ], actor, now);
  const [company] = await rowsOf(em, sql<{ zone: string }>`select zone from company limit 1`);
  await refreshCustomers(em, [...new Set([...changed, ...made, ...referrers])], { now, zone: company?.zone ?? 'UTC', actor });
  await refreshCustomOrder(em, changed);
  return { restored: changed.length, removed: made.length, left: since.size };
}

/** Whom somebody worked on since, and whose keys are another's by now who stays as he is himself. */
async function leftAsTheyAre(em: Em, jobId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const left = new Set(await touchedSince(em, jobId, ids));
  for (;;) {
    const more = await keysTaken(em, jobId, ids.filter((id) => !left.has(id)));
    if (more.length === 0) return left;
    for (const id of more) left.add(id);
  }
}

async function undoProducts(em: Em, jobId: string, things: readonly Touched[], now: Date): Promise<Undone> {
  const since = await productsChangedSince(em, jobId, things.map(({ id }) => id));
  const untouched = things.filter(({ id }) => !since.has(id));
  await putProductsBack(em, jobId, untouched.map(({ id }) => id), now);
  const removed = untouched.filter(({ made }) => made).length;
  return { restored: untouched.length - removed, removed, left: since.size };
}
