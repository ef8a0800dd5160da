import { type Profile } from '@orbita/domain/duplicates';
import { checkDuplicates, findDuplicates, startScan } from '#duplicates';
import { profilesOf, writeDuplicateKeys } from '#identity';
import type { Bench } from '../generate/open-bench-database.ts';
import { administrator } from '../measure/administrator.ts';
import { ms, type Row, times } from '../measure/table.ts';
import { byTurns, milliseconds, timesOf } from '../measure/timing.ts';

const people = 200;
const atOnce = 2_000;
/** Compared in a transaction, and in all. */
const scanned = 200;
const compared = 20_000;

/** The check at the door: whoever is typed is there already, with a slip in his name; and the scan that compares everybody. */
export async function duplicates({ database, owner, customers }: Bench): Promise<Row[]> {
  const count = customers.toLocaleString('en');
  await writeKeys({ database, owner });
  const em = database.em.fork();
  const { rows } = await owner.query<{ id: string }>(`
    select id from (select id from customer tablesample system (0.5) repeatable (7) limit 20000) c order by md5(id::text) limit ${people}`);
  const typed = (await profilesOf(em, rows.map(({ id }) => id))).map((profile) => ({ id: profile.id, profile: withSlip(profile) }));
  const taken = { floor: [] as number[], ours: [] as number[] };
  let found = 0;
  let more = 0;
  for (const { id, profile } of typed) {
    const one = await byTurns(1, () => owner.query(byHand, [profile.phones[0]?.number ?? '', profile.name.toLowerCase()]), async () => {
      const who = await findDuplicates(em, profile, administrator);
      found += who.some(({ customer }) => customer?.id === id) ? 1 : 0;
      more += who.length;
    });
    taken.floor.push(...one.floor);
    taken.ours.push(...one.ours);
  }
  const [floor, ours] = [timesOf(taken.floor), timesOf(taken.ours)];
  const asked = 2 * typed.length;
  return [{
    scenario: `**B8 entry check at ${count} customers** (${Math.round((100 * found) / asked)} % find him, ${(more / asked).toFixed(1)} are shown)`,
    floor: `same telephone or name: p50 ${ms(floor.p50)}, p95 ${ms(floor.p95)}`, ours: `p50 ${ms(ours.p50)}, p95 ${ms(ours.p95)}`,
    ratio: times(ours.p50 / floor.p50), target: 'p95 ≤ 50 ms', met: ours.p95 <= 50,
  }, await scan({ database, owner }, count)];
}

/** Everybody's keys, as his writing would have left them; `scan` tells what comparing costs. */
async function writeKeys({ database, owner }: Pick<Bench, 'database' | 'owner'>): Promise<void> {
  const { rows: [state] } = await owner.query<{ done: boolean }>('select exists (select from duplicate_key) as done');
  if (state!.done) return;
  const { rows } = await owner.query<{ id: string }>('select id from customer order by id');
  for (let from = 0; from < rows.length; from += atOnce) {
    const em = database.em.fork();
    await writeDuplicateKeys(em, await profilesOf(em, rows.slice(from, from + atOnce).map(({ id }) => id)), new Date());
  }
  await owner.query('truncate duplicate_check');
  await owner.query('vacuum (analyze) duplicate_key');
}

/** The first of everybody compared with everybody, as the nightly scan does it. */
async function scan({ database, owner }: Pick<Bench, 'database' | 'owner'>, count: string): Promise<Row> {
  const now = new Date();
  await owner.query('delete from duplicate_scan where done_at is null');
  await startScan(database.em.fork(), { now, startedBy: null });
  let memory = 0;
  const taken = await milliseconds(async () => {
    for (let turn = 0; turn < compared / scanned; turn += 1) {
      if (!await checkDuplicates(database.em, { now, limit: scanned })) break;
      memory = Math.max(memory, process.memoryUsage().rss);
    }
  });
  const { rows: [made] } = await owner.query<{ checked: number; pairs: number; size: string }>(`
    select (select checked from duplicate_scan order by started_at desc limit 1) as checked,
      (select count(*)::int from duplicate_pair) as pairs, pg_size_pretty(pg_total_relation_size('duplicate_key')) as size`);
  const { checked } = made!;
  await owner.query('delete from duplicate_scan where done_at is null');
  return {
    scenario: `B9 scan, ${checked.toLocaleString('en')} compared with ${count}, ≤ ${Math.round(memory / 1e6)} MB, keys of ${made!.size}, ${made!.pairs.toLocaleString('en')} pairs`, floor: '–',
    ours: `${Math.round(taken / 1000)} s, ${Math.round((1000 * checked) / taken)}/s`, ratio: '–', target: '', met: undefined,
  };
}

const byHand = `
  select c.id, c.name from customer c where c.id in (select customer_id from contact_point where normalised = $1) and c.deleted_at is null
  union select c.id, c.name from customer_facts f join customer c on c.id = f.customer_id where f.name = $2 limit 10`;

/** Two letters of the family name, or of the company's, change places. */
function withSlip(profile: Profile): Profile {
  const slipped = (text: string): string => text.slice(0, 3) + (text[4] ?? '') + (text[3] ?? '') + text.slice(5);
  return {
    ...profile, identityKeys: [], name: slipped(profile.name), ...(profile.familyName ? { familyName: slipped(profile.familyName) } : {}),
  };
}
