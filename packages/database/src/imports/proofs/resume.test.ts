import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '#database';
import { openTestDatabase } from '../../testing/index.ts';
import { checksum, dataFolder, hasData, imported, makeCompany, shippedMapping } from './imports.fixture.ts';
import type { ImportProgress, JobState } from '../index.ts';

const now = () => new Date('2011-12-10T09:00:00Z');

describe.skipIf(!hasData)('an import that was stopped', () => {
  let database: Database;
  const fresh = async () => {
    database = await openTestDatabase();
    await makeCompany(database.em.fork(), { currency: 'GBP', country: 'GB', zone: 'Europe/London' });
  };
  beforeEach(fresh);
  afterEach(() => database.close());

  const load = (onProgress: (progress: ImportProgress) => void) => imported(database, {
    mapping: shippedMapping('online-retail/orders.json'), batchRows: 400, now, onProgress,
    files: { rows: join(dataFolder, 'online-retail/online_retail_es_pt_fr_it.csv') },
  });
  const overall = ({ phase, share }: ImportProgress) => (phase === 'READING' ? share / 2 : 0.5 + share / 2);

  test('goes on where it stood, at 30, 60 and 90 %, and ends in the same state', { timeout: 120_000 }, async () => {
    const whole = await load(() => {});
    const expected = await checksum(database.em.fork());
    await database.close();
    await fresh();
    let last: { resumed: boolean; jobId: string; state: JobState } | undefined;
    for (const stop of [0.3, 0.6, 0.9, 2]) {
      const run = load((progress) => {
        if (overall(progress) >= stop) throw new Error(`stopped at ${stop}`);
      });
      if (stop < 1) await expect(run).rejects.toThrow(`stopped at ${stop}`);
      else last = await run;
    }
    expect(last?.resumed).toBe(true);
    expect(await checksum(database.em.fork())).toEqual(expected);
    const { step: _, ...counts } = last!.state;
    const { step: __, ...wholeCounts } = whole.state;
    expect(counts).toEqual(wholeCounts);
  });

  test('is not gone on with by another file', async () => {
    await expect(load(() => { throw new Error('stopped'); })).rejects.toThrow('stopped');
    const other = await imported(database, {
      mapping: shippedMapping('online-retail/orders.json'), now, folder: join(dataFolder, 'northwind'), files: { rows: join(dataFolder, 'northwind/orders.csv') },
    }).catch((error: unknown) => String(error));
    expect(other).toMatch(/no column "invoice_no"/);
  });
});
