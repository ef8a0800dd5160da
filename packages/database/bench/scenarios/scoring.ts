import { localDate } from '@orbita/domain/calendar';
import { type Em, rowsOf } from '#connection';
import { refreshFacts, score } from '#facts';
import { sql } from 'kysely';
import type { Bench } from '../generate/open-bench-database.ts';
import { ms, type Row, times } from '../measure/table.ts';
import { median, milliseconds } from '../measure/timing.ts';

const zone = 'Europe/Madrid';
const sample = 20_000;

class Undone extends Error {}

/** P10: everybody ranked anew, and the speed at which facts are recomputed; both are undone. */
export async function scoring({ database, owner, customers }: Bench): Promise<Row[]> {
  const now = new Date();
  const floor = [];
  const ours = [];
  for (let turn = 0; turn < 3; turn += 1) {
    floor.push(await milliseconds(() => owner.query(`
      select avg(r + f + m) from (
        select ntile(5) over (order by last_order_at) as r, ntile(5) over (order by orders12m) as f, ntile(5) over (order by revenue12m) as m
        from customer_facts where orders_count > 0) ranked`)));
    ours.push(await undone(database.em, (em) => score(em, { now, zone, asOf: localDate(now.getTime(), zone) })));
  }
  const ids = (await rowsOf(database.em.fork(), sql<{ id: string }>`select id from customer order by id desc limit ${sample}`)).map(({ id }) => id);
  const facts = await undone(database.em, async (em) => {
    for (let from = 0; from < ids.length; from += 5000) await refreshFacts(em, ids.slice(from, from + 5000), { now, zone });
  });
  return [
    { scenario: `**P10 RFM of ${customers.toLocaleString('en')} customers**`, floor: `one SQL pass: ${ms(median(floor))}`, ours: ms(median(ours)), ratio: times(median(ours) / median(floor)), target: 'minutes', met: median(ours) < 120_000 },
    { scenario: `facts of ${ids.length.toLocaleString('en')} customers recomputed`, floor: '', ours: `${ms(facts)}, ${Math.round((1000 * ids.length) / facts).toLocaleString('en')}/s`, ratio: '', target: '', met: undefined },
  ];
}

async function undone(em: Em, work: (em: Em) => Promise<unknown>): Promise<number> {
  let taken = NaN;
  await em.fork().transactional(async (inner) => {
    taken = await milliseconds(() => work(inner as Em));
    throw new Undone();
  }).catch((error: unknown) => { if (!(error instanceof Undone)) throw error; });
  return taken;
}
