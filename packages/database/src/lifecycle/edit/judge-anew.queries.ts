import { sql } from 'kysely';
import { type Em, newId, rowsOf, run } from '#connection';
import { instant } from '#facts';
import { outOfStep } from '../models.queries.ts';
import { lockCustomers } from '../time/lock-customers.ts';

/** Has every customer judged anew, because the model was edited, switched on or switched off: in the transaction that did it. */
export const askToJudgeAnew = (em: Em, model: string, now: Date): Promise<number> => run(em, sql`
  insert into model_edit (id, model, asked_at, total)
  select ${newId()}::uuid, ${model}, ${instant(now)}, count(*) from customer_facts`);

interface OpenEdit {
  readonly id: string;
  readonly reached: string;
}

/**
 * Judges anew, after the oldest edit that is not done, the next customers whom it left behind, at most `limit`, in a
 * transaction of its own: broken off, it goes on where it stood. Answers whether there is more to do. Whoever is
 * written to in between is judged by that write first, so that nothing is done twice.
 */
export function judgeAnew(em: Em, { now, limit = 500 }: { readonly now: Date; readonly limit?: number }): Promise<boolean> {
  return em.fork({ clear: true }).transactional(async (inner) => {
    const [edit] = await rowsOf(inner as Em, sql<OpenEdit>`
      select id, reached from model_edit where done_at is null order by asked_at, id limit 1 for update skip locked`);
    if (!edit) return false;
    const ids = await customersBehind(inner as Em, edit.reached, limit);
    await lockCustomers(inner as Em, ids, now);
    await advanceEdit(inner as Em, edit, ids, ids.length < limit ? now : null);
    return true;
  });
}

async function customersBehind(em: Em, reached: string, limit: number): Promise<string[]> {
  const rows = await rowsOf(em, sql<{ id: string }>`
    select f.customer_id as id from customer_facts f
    where f.customer_id > ${reached}::uuid and ${outOfStep('f')} order by f.customer_id limit ${limit}`);
  return rows.map(({ id }) => id);
}

const advanceEdit = (em: Em, { id, reached }: OpenEdit, ids: readonly string[], doneAt: Date | null): Promise<number> => run(em, sql`
  update model_edit set reached = ${ids.at(-1) ?? reached}::uuid, judged = judged + ${ids.length},
    done_at = ${doneAt ? instant(doneAt) : sql`null`} where id = ${id}::uuid`);
