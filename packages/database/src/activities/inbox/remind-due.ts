import type { Em } from '#connection';
import { notify } from '#inbox';
import { lockCustomers } from '#lifecycle';
import { appendEvents } from '#timeline';
import { customersToRemind, takeReminders } from './reminder.queries.ts';

const atOnce = 500;

/** Reminds everybody of what is due, each time exactly once, however many workers run; answers how many were reminded. */
export async function remindDue(em: Em, now: Date): Promise<number> {
  let reminded = 0;
  for (;;) {
    const batch = await em.fork({ clear: true }).transactional((inner) => remindBatch(inner as Em, now));
    if (batch === 0) return reminded;
    reminded += batch;
  }
}

// Customers first, then what is theirs: the order in which every write locks.
async function remindBatch(em: Em, now: Date): Promise<number> {
  const customers = await customersToRemind(em, now, atOnce);
  if (customers.length === 0) return 0;
  await lockCustomers(em, customers, now);
  const due = await takeReminders(em, customers, now);
  await notify(em, due.map(({ id, customerId, userId }) => ({ userId, customerId, activityId: id, kind: 'REMINDER' })), now);
  await appendEvents(em, due.map(({ id, customerId, userId }) => ({
    customerId, type: 'taskReminded', occurredAt: now, payload: { activityId: id, assigneeId: userId },
  })), { kind: 'SYSTEM', id: null, channel: 'JOB' }, now);
  return due.length;
}
