import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import { valueTiers } from '@orbita/domain/facts';
import { sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, rowsOf } from '#connection';
import { factColumn } from '#facts';
import { memberCondition, type SegmentMeaning } from '../segment.queries.ts';

/** One side of a comparison. Amounts are minor units of the company's currency, null for those who may not read them. */
export interface ComparedSide {
  readonly count: number;
  readonly revenue12m: string | null;
  readonly revenue12mMean: string | null;
  /** Orders in 12 months, a customer, as decimal text; null when there is none. */
  readonly orders12mMean: string | null;
  readonly tiers: readonly { readonly tier: string; readonly count: number }[];
}

export interface Comparison {
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  readonly overlap: number;
}

/** Two segments side by side, in one statement over the customers of either. */
export async function compareSegments(
  em: Em, a: SegmentMeaning, b: SegmentMeaning, viewer: Viewer, now: Date,
): Promise<Comparison> {
  const reading = { alias: 'f', now, viewer };
  const tiers = Object.keys(valueTiers);
  const side = (name: 'a' | 'b') => {
    const column = (of: string) => sql.id(`${name}_${of}`);
    const inside = sql.id(`in_${name}`);
    const sum = (of: string) => sql`sum(${sql.id(of)}) filter (where ${inside})`;
    return sql.join([
      sql`${sum('customers')} as ${column('count')}`,
      sql`${sum('revenue')} as ${column('revenue')}`,
      sql`round(${sum('revenue')} / ${sum('customers')}) as ${column('mean')}`,
      sql`round(${sum('orders')} / ${sum('customers')}, 2)::text as ${column('orders')}`,
      ...tiers.map((tier) => sql`sum(customers) filter (where ${inside} and tier = ${tier}) as ${column(tier)}`),
    ]);
  };
  // Each rule is read once a customer: what is summed is in neither, one or both, by tier.
  const [row] = await rowsOf(em, sql<Record<string, string | null>>`
    select sum(customers) filter (where in_a and in_b) as overlap, ${side('a')}, ${side('b')}
    from (
      select ${memberCondition(a, viewer, now)} is true as in_a, ${memberCondition(b, viewer, now)} is true as in_b,
        ${factColumn('valueTier', reading)} as tier, count(*) as customers,
        sum(${factColumn('revenue12m', reading)}) as revenue, sum(${factColumn('orders12m', reading)}) as orders
      from customer_facts f where ${visibleFacts('f', viewer)} group by 1, 2, 3) parts
    where in_a or in_b`);
  const readsAmounts = mayReadMarked(viewer.role, 'revenue');
  const read = (name: 'a' | 'b'): ComparedSide => ({
    count: Number(row?.[`${name}_count`] ?? 0),
    revenue12m: readsAmounts ? row?.[`${name}_revenue`] ?? '0' : null,
    revenue12mMean: readsAmounts ? row?.[`${name}_mean`] ?? null : null,
    orders12mMean: row?.[`${name}_orders`] ?? null,
    tiers: tiers.map((tier) => ({ tier, count: Number(row?.[`${name}_${tier}`] ?? 0) })),
  });
  return { a: read('a'), b: read('b'), overlap: Number(row?.['overlap'] ?? 0) };
}
