import type { Database } from '@orbita/database/database';
import pg from 'pg';

const channel = 'orbita_outbox';
const againAfter = 2000;

/** Calls when something may have been written. Only a hint: the reader polls as well, and asks again after a break. */
export async function listenToOutbox({ pglite, url, guarded }: Database, wake: () => void): Promise<{ close(): Promise<void> }> {
  if (pglite) {
    const stop = await pglite.listen(channel, wake);
    return { close: () => stop() };
  }
  let client: pg.Client | undefined;
  let over = false;
  const connect = async () => {
    const fresh = new pg.Client({ ...(url ? { connectionString: url } : {}), keepAlive: true, ...(guarded ? { options: '-c role=orbita_app' } : {}) });
    fresh.on('error', () => undefined);
    fresh.on('notification', wake);
    fresh.once('end', () => {
      if (!over) setTimeout(() => void connect().catch(() => undefined), againAfter).unref();
    });
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    client = fresh;
    wake();
  };
  await connect();
  return {
    close: async () => {
      over = true;
      await client?.end();
    },
  };
}
