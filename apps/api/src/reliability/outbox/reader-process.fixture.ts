import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { run } from '@orbita/database/connection';
import { openDatabase } from '@orbita/database/database';
import { sql } from 'kysely';
import { openMetrics, silentLog } from '#http';
import { startReaders } from '#readers';

// One reader of the product's kind: it tells the world outside, and writes into the database as well.
const database = await openDatabase({ url: process.env['DATABASE_URL']! });
await startReaders(database, [{
  name: 'mortal',
  handle: async (em, events) => {
    for (const { customerId, no } of events) {
      writeSync(1, `${customerId} ${no}\n`);
      await run(em, sql`insert into heard.event (customer_id, no) values (${customerId}::uuid, ${no})`);
      await wait(Math.random() * 2);
    }
  },
}], silentLog, openMetrics());
writeSync(1, 'ready\n');
