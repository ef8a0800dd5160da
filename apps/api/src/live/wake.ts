import type { Database } from '@orbita/database/database';
import { listenToOutbox } from './listen.ts';

const everyMilliseconds = 1000;
const notMoreOftenThan = 25;

/**
 * Reads when something may have been written, and every second however quiet it is; never twice at once. A reading that
 * answers true has more to read.
 */
export async function readWhenWritten(
  database: Database, read: () => Promise<boolean | void>, onProblem: (error: unknown) => void,
): Promise<{ close(): Promise<void> }> {
  let over = false;
  let again = false;
  let reading: Promise<void> | undefined;
  const wake = () => {
    if (over) return;
    again = true;
    reading ??= (async () => {
      while (again && !over) {
        again = false;
        if (await read().catch(onProblem)) again = true;
        await new Promise((resolve) => { setTimeout(resolve, notMoreOftenThan); });
      }
    })().finally(() => { reading = undefined; });
  };
  const ears = await listenToOutbox(database, wake);
  const timer = setInterval(wake, everyMilliseconds);
  return {
    close: async () => {
      over = true;
      clearInterval(timer);
      await ears.close().catch(() => undefined);
      await reading;
    },
  };
}
