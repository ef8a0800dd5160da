import type { Viewer } from '@orbita/domain/access';
import type { Rule } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { visibleFacts } from '#access';
import { type Em, type KeysetPage, pickApart, rowsOf } from '#connection';
import { whereRule } from '#rules';
import { searchCondition } from '#search';
import { customerColumns, type CustomerRow, type CustomerSelection } from './customer.queries.ts';
import { type CustomerOrder, orderOf } from './sort-source.queries.ts';

export interface CustomerFilter {
  readonly rule?: Rule | undefined;
  readonly search?: string | undefined;
  /** Those on this list (a segment without a rule) only; that the viewer may see it is asked before. */
  readonly segmentId?: string | undefined;
  /** The deleted ones, to restore from. */
  readonly deleted?: boolean | undefined;
}

export interface CustomerPage extends KeysetPage {
  readonly order: CustomerOrder;
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

/** One page in the order asked for, those without a value last, one row more than asked. */
export function listCustomers(
  em: Em, filter: CustomerFilter, page: CustomerPage, select: CustomerSelection, viewer: Viewer, now: Date,
): Promise<(CustomerRow & { sortValue: string | number | null })[]> {
  const picked = sql`(${pickPage(filter, page, viewer, now)})`;
  return rowsOf(em, sql<CustomerRow & { sortValue: string | number | null }>`
    select ${customerColumns(select, viewer, now)}, page.value as "sortValue"
    from ${picked} page
    join customer_facts f on f.customer_id = page.id
    join customer c on c.id = f.customer_id
    order by page.place`);
}

export function pickPage(filter: CustomerFilter, { order, ...page }: CustomerPage, viewer: Viewer, now: Date): RawBuilder<unknown> {
  return pickApart(page, orderOf(order, customerCondition(filter, viewer, now), viewer, now));
}

function visibleFactsDeleted(viewer: Viewer): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select 1 from customer d where d.id = f.customer_id and d.deleted_at is not null and d.merged_into is null and d.erased_at is null)
    and ${sql.raw(viewer.role === 'administrator' || viewer.role === 'manager' ? 'true' : 'false')}`;
}
