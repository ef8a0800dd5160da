import { setTimeout as wait } from 'node:timers/promises';
import { type Em, rowsOf } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { appendEvents } from '@orbita/database/timeline';
import { sql } from 'kysely';

/** Writes a few events of one customer, slowly or fast; of four transactions one changes its mind. Answers 1 when it did. */
export async function oneTransaction({ em }: Database, customers: readonly string[]): Promise<0 | 1> {
  const customerId = customers[Math.floor(Math.random() * customers.length)]!;
  const now = new Date();
  try {
    await em.fork().transactional(async (inner) => {
      await rowsOf(inner as Em, sql`select pg_advisory_xact_lock(hashtext(${customerId})) as taken`);
      for (let count = Math.ceil(Math.random() * 3); count > 0; count -= 1) {
        await appendEvents(inner as Em, [{ customerId, type: 'noted', occurredAt: now, payload: {} }], { kind: 'SYSTEM', id: null, channel: 'JOB' }, now);
        await wait(Math.random() * 30);
      }
      if (Math.random() < 0.25) throw new Error('changed my mind');
    });
    return 0;
  } catch (error) {
    if ((error as Error).message === 'changed my mind') return 1;
    throw error;
  }
}
