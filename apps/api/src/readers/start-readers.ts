import type { Database } from '@orbita/database/database';
import { adoptOutbox, forgetOtherReaders, joinOutbox, readOutbox } from '@orbita/database/timeline';
import type { Log, Metrics } from '#http';
import { readWhenWritten } from '#live';
import type { Reader } from './registry.ts';

/** Lets every reader read, each at its own pace: one that fails is told, waits and tries again where it stopped. */
export async function startReaders(database: Database, readers: readonly Reader[], log: Log, metrics: Metrics): Promise<{ close(): Promise<void> }> {
  const { em } = database;
  await adoptOutbox(em);
  await forgetOtherReaders(em, readers.map(({ name }) => name));
  for (const { name } of readers) await joinOutbox(em, name);
  const started = await Promise.all(readers.map((reader) => startReader(database, reader, log, metrics)));
  return { close: async () => { await Promise.all(started.map((one) => one.close())); } };
}

function startReader(database: Database, { name, handle }: Reader, log: Log, metrics: Metrics): Promise<{ close(): Promise<void> }> {
  const read = async () => {
    const events = await readOutbox(database.em, name, (em, found) => handle(em, found, new Date()));
    if (events > 0) metrics.jobs.inc({ job: name, outcome: 'done' });
    return events > 0;
  };
  return readWhenWritten(database, read, (error) => {
    metrics.jobs.inc({ job: name, outcome: 'failed' });
    log.error('reader failed', { reader: name, error });
  });
}
