import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import type { Rule } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, rowsOf } from '#connection';
import { factColumn } from '#facts';
import { compileRule } from '#rules';
import { memberCondition, type SegmentMeaning } from '../segment.queries.ts';

/** What one top-level predicate of a rule keeps alone, and after those before it. */
export interface PredicateCount {
  readonly rule: Rule;
  readonly alone: number;
  readonly cumulative: number;
}

/** The three counts add up to all customers of the viewer. */
export interface SegmentCounts {
  readonly total: number;
  readonly holds: number;
  readonly fails: number;
  readonly unknown: number;
  readonly predicates: readonly PredicateCount[];
}

/** How a rule divides the customers, and what each of its predicates does to them, in one statement. */
export async function previewCounts(em: Em, rule: Rule, viewer: Viewer, now: Date): Promise<SegmentCounts> {
  const parts = partsOf(rule);
  const names = parts.map((_, at) => sql.id(`p${at}`));
  const upTo = (at: number) => sql`(${sql.join(names.slice(0, at + 1), 'or' in rule ? sql` or ` : sql` and `)})`;
  const whole = upTo(parts.length - 1);
  const where = (condition: RawBuilder<unknown>, name: string) =>
    sql`coalesce(sum(rows) filter (where ${condition}), 0) as ${sql.id(name)}`;
  const counts = [
    where(sql`true`, 'total'), where(whole, 'holds'), where(sql`not ${whole}`, 'fails'), where(sql`${whole} is null`, 'unknown'),
    ...names.flatMap((name, at) => [where(name, `alone${at}`), where(upTo(at), `cumulative${at}`)]),
  ];
  // Each predicate is read once a customer: the few combinations of their truths are what is summed.
  const truths = parts.map((part, at) => sql`${compileRule(part, { alias: 'f', now, viewer })} as ${names[at]}`);
  const [row] = await rowsOf(em, sql<Record<string, string>>`
    select ${sql.join(counts)}
    from (
      select ${sql.join(truths)}, count(*) as rows from customer_facts f
      where ${visibleFacts('f', viewer)} group by ${sql.join(names)}) combinations`);
  const count = (name: string): number => Number(row?.[name] ?? 0);
  return {
    total: count('total'), holds: count('holds'), fails: count('fails'), unknown: count('unknown'),
    predicates: parts.map((part, at) => ({ rule: part, alone: count(`alone${at}`), cumulative: count(`cumulative${at}`) })),
  };
}

function partsOf(rule: Rule): readonly Rule[] {
  const parts = 'and' in rule ? rule.and : 'or' in rule ? rule.or : [];
  return parts.length > 0 ? parts : [rule];
}

/** By what a segment's members are divided; the last two together make one matrix. */
export const breakdownFacts = [
  'valueTier', 'preferredChannel', 'lastOrderChannel', 'country', 'rfmSegment', 'kind', 'rfmRecency', 'rfmFrequency',
] as const;

export type BreakdownFact = (typeof breakdownFacts)[number];

export interface BreakdownRow {
  /** The one fact, or both of the matrix. */
  readonly by: readonly BreakdownFact[];
  readonly keys: readonly (string | null)[];
  readonly count: number;
  /** Minor units of the company's currency; null for those who may not read amounts. */
  readonly revenue12m: string | null;
}

/** A segment's members by each of their divisions, in one statement. */
export async function breakdowns(em: Em, segment: SegmentMeaning, viewer: Viewer, now: Date): Promise<BreakdownRow[]> {
  const reading = { alias: 'f', now, viewer };
  const names = sql.join(breakdownFacts.map((fact) => sql.id(fact)));
  const columns = breakdownFacts.map((fact) => sql`${factColumn(fact, reading)} as ${sql.id(fact)}`);
  const sets = breakdownFacts.slice(0, -2).map((fact) => sql`(${sql.id(fact)})`);
  // The members are read once, into the combinations that occur; the sets are made of those few rows.
  const rows = await rowsOf(em, sql<Record<string, string | number | null> & { count: string; revenue: string | null; set: number }>`
    select ${names}, sum(customers) as count, sum(revenue) as revenue, grouping(${names}) as set
    from (
      select ${sql.join(columns)}, count(*) as customers, sum(${factColumn('revenue12m', reading)}) as revenue
      from customer_facts f where ${visibleFacts('f', viewer)} and ${memberCondition(segment, viewer, now)}
      group by ${sql.join(breakdownFacts.map((_, at) => sql.lit(at + 1)))}) combinations
    group by grouping sets (${sql.join([...sets, sql`("rfmRecency", "rfmFrequency")`])})
    order by set desc, count desc`);
  const readsAmounts = mayReadMarked(viewer.role, 'revenue');
  return rows.map((row) => {
    // A bit of `grouping` is set where the fact is not of this set.
    const by = breakdownFacts.filter((_, at) => (row.set & (1 << (breakdownFacts.length - 1 - at))) === 0);
    return { by, keys: by.map((fact) => (row[fact] === null || row[fact] === undefined ? null : String(row[fact]))), count: Number(row.count), revenue12m: readsAmounts ? row.revenue : null };
  });
}
