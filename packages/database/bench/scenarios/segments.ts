import { listCustomers } from '#customers';
import { countMembers } from '#segments';
import type { Bench } from '../generate/open-bench-database.ts';
import { rules } from '../generate/rules.ts';
import { administrator } from '../measure/administrator.ts';
import { ms, type Row, times } from '../measure/table.ts';
import { byTurns, median, timesOf } from '../measure/timing.ts';

const runs = 7;
const size = 20;
const selection = { fields: new Set<string>(), facts: new Set(['city', 'country', 'lastOrderAt', 'revenue12m', 'valueTier']) };

/** P3: how many customers a rule names, and the first of them. */
export async function segments({ database, owner }: Bench): Promise<Row[]> {
  const em = database.em.fork();
  const counts = [];
  const pages = [];
  for (const { name, rule, byHand } of rules) {
    const counted = await byTurns(runs,
      () => owner.query(`select count(*) from customer_facts f where not f.hidden and (${byHand})`),
      () => countMembers(em, [{ kind: 'RULE', rule }], administrator, new Date()));
    const paged = await byTurns(runs,
      () => owner.query(`
        select c.id, c.kind, c.name, c.tags, c.customer_since, c.version, f.city, f.country, f.last_order_at, f.revenue12m, f.value_tier,
          u.id as owner_id, u.name as owner_name
        from customer_facts f join customer c on c.id = f.customer_id left join app_user u on u.id = c.owner_id
        where not f.hidden and (${byHand}) order by f.last_order_at desc nulls last, f.customer_id limit ${size + 1}`),
      () => listCustomers(em, { rule }, { order: { by: 'lastOrderAt', descending: true }, size }, selection, administrator, new Date()));
    counts.push({ name, ...counted });
    pages.push({ name, ...paged });
  }
  return [...summary('P3 count', counts), ...summary('P3 first page', pages)];
}

interface Taken { readonly name: string; readonly floor: number[]; readonly ours: number[] }

/** Six lines for the six rules, and one that holds the target: the median of their ratios, the slowest twentieth of all runs. */
function summary(title: string, taken: readonly Taken[]): Row[] {
  const ratio = ({ floor, ours }: Taken) => median(ours) / median(floor);
  const all = { floor: timesOf(taken.flatMap(({ floor }) => floor)), ours: timesOf(taken.flatMap(({ ours }) => ours)) };
  const middle = taken.reduce((sum, one) => sum + median(one.ours), 0) / taken.reduce((sum, one) => sum + median(one.floor), 0);
  return [
    ...taken.map((one) => ({
      scenario: `${title}: ${one.name}`, floor: ms(median(one.floor)), ours: ms(median(one.ours)), ratio: times(ratio(one)), target: '', met: undefined,
    })),
    {
      scenario: `**${title}, six rules**`, floor: `p50 ${ms(all.floor.p50)}, p95 ${ms(all.floor.p95)}`, ours: `p50 ${ms(all.ours.p50)}, p95 ${ms(all.ours.p95)}`,
      ratio: times(middle), target: '≤ 1.5 ×, p95 ≤ 200 ms', met: middle <= 1.5 && all.ours.p95 <= 200,
    },
  ];
}
