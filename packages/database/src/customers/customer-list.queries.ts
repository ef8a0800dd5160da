import type { Viewer } from '@orbita/domain/access';
import { factDefinition } from '@orbita/domain/facts';
import type { Rule } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, rowsOf, sortValueOf } from '#connection';
import { whereRule } from '#rules';
import { customerColumns, type CustomerRow, type CustomerSelection } from './customer.queries.ts';
import { searchCondition } from './search.queries.ts';
import { type CustomerOrder, sourceOf } from './sort-source.queries.ts';

export interface CustomerFilter {
  readonly rule?: Rule | undefined;
  readonly search?: string | undefined;
  /** Those on this list (a segment without a rule) only; that the viewer may see it is asked before. */
  readonly segmentId?: string | undefined;
  /** The deleted ones, to restore from. */
  readonly deleted?: boolean | undefined;
}

export interface CustomerPage {
  readonly order: CustomerOrder;
  readonly after?: readonly [value: string | number | null, id: string] | undefined;
  readonly backwards?: boolean | undefined;
  readonly offset?: number | undefined;
  readonly size: number;
}

/** Which customers a list is about: one condition over the facts row `f`, for the page, the count and the sum alike. */
export function customerCondition(filter: CustomerFilter, viewer: Viewer, now: Date): RawBuilder<boolean> {
  const parts = [
    filter.deleted
      ? sql`(f.hidden and ${visibleFactsDeleted(viewer)})`
      : visibleFacts('f', viewer),
    filter.rule ? whereRule(filter.rule, { alias: 'f', now, viewer }) : undefined,
    filter.search ? searchCondition(filter.search, viewer) : undefined,
    filter.segmentId
      ? sql`f.customer_id in (
          select customer_id from segment_member where segment_id = ${filter.segmentId}::uuid and left_at is null)`
      : undefined,
  ].filter((part) => part !== undefined);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

/** How many customers the filter names, for this viewer. */
export async function countCustomers(em: Em, filter: CustomerFilter, viewer: Viewer, now: Date): Promise<number> {
  const [row] = await rowsOf(em, sql<{ count: string }>`
    select count(*) as count from customer_facts f where ${customerCondition(filter, viewer, now)}`);
  return Number(row?.count ?? 0);
}

/**
 * One page in the order asked for, nulls last, one row more than asked. The null and the other rows are read apart,
 * so that the index gives both in order and page 1,000 costs what page 1 costs.
 */
export function listCustomers(
  em: Em, filter: CustomerFilter, page: CustomerPage, select: CustomerSelection, viewer: Viewer, now: Date,
): Promise<(CustomerRow & { sortValue: string | number | null })[]> {
  const picked = sql`(${pickPage(filter, page, viewer, now)})`;
  return rowsOf(em, sql<CustomerRow & { sortValue: string | number | null }>`
    select ${customerColumns(select, viewer, now)}, page.value as "sortValue"
    from ${picked} page
    join customer_facts f using (customer_id)
    join customer c on c.id = f.customer_id
    order by page.place`);
}

export function pickPage(filter: CustomerFilter, page: CustomerPage, viewer: Viewer, now: Date): RawBuilder<unknown> {
  const { from, value, sorted, missing, rising: rises, steps } = sourceOf(page.order, viewer, now);
  const condition = customerCondition(filter, viewer, now);
  const forwards = page.backwards !== true;
  const downwards = page.order.descending === forwards;
  const [afterValue, afterId] = page.after ? [sortValueOf(sortTypeOf(page.order.by), page.after[0]), page.after[1]] : [];
  // Spelt like the indexes (nulls last, then id) or exactly against them, so that either direction is a scan and not a sort.
  const along = downwards !== rises;
  const direction = sql.raw(`${downwards ? 'desc' : 'asc'} nulls ${along ? 'last' : 'first'}`);
  const idDirection = sql.raw(along ? 'asc' : 'desc');
  const beyond = sql.raw(downwards ? '<' : '>');
  const idBeyond = sql.raw(along ? '>' : '<');
  const limit = page.size + 1 + (page.offset ?? 0);
  const filled = (where: RawBuilder<unknown>) => sql`
    select customer_id, value::text as value from (
      select f.customer_id, ${value} as value from ${from} where ${condition} and ${sorted} and ${where}
      order by ${value} ${direction}, f.customer_id ${idDirection} limit ${limit}) filled`;
  const empty = (where: RawBuilder<unknown>) => sql`
    select customer_id, null::text as value from (
      select f.customer_id from customer_facts f where ${condition} and ${missing} and ${where}
      order by f.customer_id ${idDirection} limit ${limit}) empty`;
  const all = sql`true`;
  const idAfter = sql`f.customer_id ${idBeyond} ${afterId}::uuid`;
  const stepsAfter = (place: number) => (downwards ? steps?.toReversed() : steps)?.slice(place).map((step) => filled(sql`${value} = ${step}`));
  const placeOf = (step: unknown) => (downwards ? steps?.toReversed() : steps)?.indexOf(String(step)) ?? -1;
  const parts = () => {
    if (afterId === undefined) {
      const every = stepsAfter(0) ?? [filled(all)];
      return forwards ? [...every, empty(all)] : [empty(all), ...every];
    }
    if (afterValue === null) return forwards ? [empty(idAfter)] : [empty(idAfter), ...(stepsAfter(0) ?? [filled(all)])];
    // Those of the same value apart: thousands may share it, and the index then finds the place among them.
    const next = [filled(sql`${value} = ${afterValue} and ${idAfter}`), ...(stepsAfter(placeOf(afterValue) + 1) ?? [filled(sql`${value} ${beyond} ${afterValue}`)])];
    return forwards ? [...next, empty(all)] : next;
  };
  return sql`
    select customer_id, value, row_number() over () as place
    from (${sql.join(parts(), sql` union all `)}) rows
    offset ${page.offset ?? 0} limit ${page.size + 1}`;
}

function sortTypeOf(fact: string): 'numeric' | 'timestamptz' | 'text' {
  const type = factDefinition(fact)?.type;
  return type === 'integer' ? 'numeric' : type === 'instant' ? 'timestamptz' : 'text';
}

function visibleFactsDeleted(viewer: Viewer): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select 1 from customer d where d.id = f.customer_id and d.deleted_at is not null and d.merged_into is null and d.erased_at is null)
    and ${sql.raw(viewer.role === 'administrator' || viewer.role === 'manager' ? 'true' : 'false')}`;
}
