import { openDatabase } from '#database';
import { imported, shippedMapping } from './imports.fixture.ts';

/** An import in a process of its own, to be killed. */
const [url = '', rows = ''] = process.argv.slice(2);
const database = await openDatabase({ url });
await imported(database, {
  mapping: shippedMapping('online-retail/orders.json'), files: { rows }, batchRows: 200, now: () => new Date('2011-12-10T09:00:00Z'),
});
await database.close();
