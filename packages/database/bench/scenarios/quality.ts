import { fromWhatIsKnown } from '@orbita/domain/enrichment';
import { refreshCustomers, theClock } from '#lifecycle';
import { askToCheckQuality } from '#quality';
import { checkCustomers } from '#enrichment';
import type { Bench } from '../generate/open-bench-database.ts';
import { administrator } from '../measure/administrator.ts';
import { ms, type Row } from '../measure/table.ts';
import { milliseconds, timesOf } from '../measure/timing.ts';

const judged = 20_000;
const writes = 300;

/** How many customers the job judges a second, enrichers asked too; and what of a write is the place in the queue. */
export async function quality({ database, owner, customers }: Bench): Promise<Row[]> {
  const now = new Date();
  const { rows: [company] } = await owner.query<{ id: string; zone: string; currency: string; country: string }>('select id, zone, currency, country from company limit 1');
  const writing = { viewer: administrator, actor: theClock, now, company: company! };
  await owner.query('delete from quality_check');
  const { rowCount } = await owner.query(`insert into quality_check (customer_id, waiting) select id, true from customer limit ${judged}`);
  const taken = await milliseconds(async () => { while (await checkCustomers(database.em.fork(), { enrichers: [fromWhatIsKnown], writing })); });
  const { rows } = await owner.query<{ id: string }>(`select id from customer where merged_into is null limit ${writes}`);
  const place: number[] = [];
  const whole: number[] = [];
  for (const { id } of rows) {
    await database.em.fork().transactional(async (em) => {
      whole.push(await milliseconds(() => refreshCustomers(em as never, [id], { now, zone: company!.zone, actor: theClock })));
      place.push(await milliseconds(() => askToCheckQuality(em as never, [id])));
    });
  }
  const [asking, refreshing] = [timesOf(place), timesOf(whole)];
  return [
    { scenario: `B15 judging ${rowCount} of ${customers.toLocaleString('en')} customers`, floor: '–', ours: `${Math.round((1000 * (rowCount ?? 0)) / taken)}/s`, ratio: '–', target: '', met: undefined },
    {
      scenario: 'B15 what a write pays for its place in the queue', floor: `the whole refresh: p50 ${ms(refreshing.p50)}`, ours: `p50 ${ms(asking.p50)}, p95 ${ms(asking.p95)}`,
      ratio: '–', target: '', met: undefined,
    },
  ];
}
