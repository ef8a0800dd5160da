import { rowsOf } from '@orbita/database/connection';
import type { Database } from '@orbita/database/database';
import { sql } from 'kysely';
import { expect, vi } from 'vitest';
import { type LivePubSub, startRelay } from '#live';

interface Heard { readonly customerId: string; readonly eventNo: number }

/** The product's own relay in this process, with all it hears. */
export async function startReader(database: Database) {
  const heard: Heard[] = [];
  const problems: unknown[] = [];
  const everything: LivePubSub = {
    listeners: 1,
    publish: (topic, change) => { if (topic.startsWith('customer:')) heard.push(change as Heard); },
    subscribe: () => { throw new Error('not for listening'); },
  };
  const before = new Set((await committedEvents(database)).map(nameOf));
  const relay = await startRelay(database, everything, { onProblem: (error) => problems.push(error) });
  return { before, heard, problems, close: () => relay.close() };
}

const nameOf = ({ customerId, eventNo }: Heard): string => `${customerId} ${eventNo}`;

const committedEvents = ({ em }: Database): Promise<Heard[]> =>
  rowsOf(em.fork(), sql<Heard>`select customer_id as "customerId", no as "eventNo" from timeline_event`);

export type Reader = Awaited<ReturnType<typeof startReader>>;

/** Everything that was committed since the reader began was heard, in the order of each customer; nothing that was not committed was. */
export async function expectHeard(database: Database, { before, heard, problems }: Reader): Promise<void> {
  const all = await committedEvents(database);
  const committed = all.filter((event) => !before.has(nameOf(event)));
  const missing = () => {
    const seen = new Set(heard.map(nameOf));
    return committed.filter((event) => !seen.has(nameOf(event)));
  };
  await vi.waitFor(() => expect(missing(), 'committed and not heard').toEqual([]), { timeout: 10_000, interval: 100 });
  // A reader that begins while a transaction runs anywhere on the server may hear again what was written just before.
  const known = new Set(all.map(nameOf));
  expect(heard.filter((event) => !known.has(nameOf(event))), 'heard and not committed').toEqual([]);
  const last = new Map<string, number>();
  const outOfOrder = heard.filter(({ customerId, eventNo }) => {
    const previous = last.get(customerId);
    last.set(customerId, Math.max(previous ?? 0, eventNo));
    return previous !== undefined && eventNo > previous + 1;
  });
  expect(outOfOrder, 'heard before an earlier event of the same customer').toEqual([]);
  expect(problems).toEqual([]);
}
