import { normaliseText } from '@orbita/domain/facts';
import { searchCustomers } from '#search';
import type { Bench } from '../generate/open-bench-database.ts';
import { administrator } from '../measure/administrator.ts';
import { ms, type Row, times } from '../measure/table.ts';
import { byTurns, median, timesOf } from '../measure/timing.ts';

const people = 25;
const limit = 10;

/** P6: what somebody types who looks for a customer that is there. */
export async function search({ database, owner }: Bench): Promise<Row[]> {
  const em = database.em.fork();
  const { rows } = await owner.query<Sample>(`
    select c.name, (select value from contact_point p where p.customer_id = c.id and kind = 'EMAIL') as email,
      (select value from contact_point p where p.customer_id = c.id and kind in ('PHONE', 'MOBILE')) as phone
    from (select * from customer tablesample system (0.5) repeatable (7) limit 20000) c order by md5(c.id::text) limit ${people}`);
  const all: { floor: number[]; ours: number[] } = { floor: [], ours: [] };
  const lines: Row[] = [];
  for (const [kind, typed] of Object.entries(kinds)) {
    const taken = { floor: [] as number[], ours: [] as number[] };
    let found = 0;
    let asked = 0;
    for (const text of rows.map(typed).filter((one) => one !== undefined)) {
      const one = await byTurns(2,
        () => owner.query(byHand(text)), async () => { found += (await searchCustomers(em, text, administrator, limit)).length > 0 ? 1 : 0; asked += 1; });
      for (const side of ['floor', 'ours'] as const) {
        taken[side].push(...one[side]);
        all[side].push(...one[side]);
      }
    }
    lines.push({
      scenario: `P6 ${kind} (${Math.round((100 * found) / asked)} % find somebody)`, floor: ms(median(taken.floor)),
      ours: `p50 ${ms(timesOf(taken.ours).p50)}, p95 ${ms(timesOf(taken.ours).p95)}`, ratio: times(median(taken.ours) / median(taken.floor)), target: '', met: undefined,
    });
  }
  const { p50, p95, runs } = timesOf(all.ours);
  return [...lines, {
    scenario: `**P6 search as you type, ${runs} searches**`, floor: `p50 ${ms(median(all.floor))}, p95 ${ms(timesOf(all.floor).p95)}`,
    ours: `p50 ${ms(p50)}, p95 ${ms(p95)}`, ratio: times(p50 / median(all.floor)), target: 'p95 ≤ 50 ms', met: p95 <= 50,
  }];
}

interface Sample { readonly name: string; readonly email: string | null; readonly phone: string | null }

const word = ({ name }: Sample, at: number): string => name.split(' ')[at] ?? name;
const swapped = (text: string): string => text.slice(0, 2) + (text[3] ?? '') + (text[2] ?? '') + text.slice(4);

const kinds: Readonly<Record<string, (one: Sample) => string | undefined>> = {
  'two letters': (one) => word(one, 0).slice(0, 2),
  'four letters of a name, without accents': (one) => normaliseText(word(one, 1)).slice(0, 4),
  'a common word whole, with accents': (one) => word(one, 0),
  'two words, the second begun': (one) => `${word(one, 0)} ${word(one, 1).slice(0, 3)}`,
  'three words': (one) => one.name.split(' ').slice(0, 3).join(' '),
  'a typing error': (one) => swapped(word(one, 1)),
  'typing errors in two words': (one) => `${swapped(word(one, 0))} ${swapped(word(one, 1))}`,
  'first digits of a telephone': ({ phone }) => phone?.slice(0, 9),
  'an e-mail, begun': ({ email }) => email?.slice(0, 12),
  'nobody is called so': (one) => `xq${word(one, 0).slice(0, 2)}zzk`,
};

/** What somebody would write who knows the index: prefixes only, no guessing, no rights, no order numbers. */
function byHand(text: string): string {
  const normal = normaliseText(text);
  const words = /^[+\d ]+$/.test(normal) ? [normal.replaceAll(/\D/g, '')] : normal.split(/[^\p{L}\p{N}@._+-]+/u).filter((one) => one !== '');
  const query = words.map((one) => `'${one}':*`).join(' & ').replaceAll("'", "''");
  return `
    select c.id, c.name, c.kind, f.city, f.country
    from (select customer_id from customer_search where words @@ '${query}'::tsquery limit 200) s
    join customer_facts f using (customer_id) join customer c on c.id = f.customer_id
    order by f.revenue_total desc limit ${limit}`;
}
