import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import { normaliseText } from '@orbita/domain/facts';
import { opportunityCatalogue, type OpportunityStatus } from '@orbita/domain/opportunities';
import { factsReadBy, relationsReadBy, type Rule } from '@orbita/domain/rules';
import { type RawBuilder, sql } from 'kysely';
import { ofShownCustomer } from '#access';
import { type Em, keyset, type KeysetPage, pickApart, rowsOf } from '#connection';
import { customOrder, type SortedField } from '#custom-fields';
import { whereRule } from '#rules';
import { searchCondition } from '#search';
import { opportunityColumn, type Reading } from './opportunity-facts.queries.ts';
import { opportunityColumns, type OpportunityRow, type OpportunitySelection } from './opportunity.queries.ts';
import { orderOf, type OpportunityOrder } from './order-of-list.queries.ts';
import { opportunitySource, opportunityVisible, seesEveryOpportunity, stageSource, weighed } from './source.queries.ts';

export interface OpportunityFilter {
  /** Over the facts of the opportunity and of its customer. */
  readonly rule?: Rule | undefined;
  /** In the title, or words of the customer. */
  readonly search?: string | undefined;
  readonly pipelineId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly status?: OpportunityStatus | undefined;
}

export interface OpportunityPage extends KeysetPage {
  readonly by: OpportunityOrder;
  readonly descending: boolean;
  /** One of the company's own fields, which the viewer may read: it goes before `by`. */
  readonly field?: SortedField | undefined;
}

/** Which opportunities a list is about: one condition for page, count, board and sums alike. */
export function opportunityCondition(filter: OpportunityFilter, viewer: Viewer, reading: Reading): RawBuilder<boolean> {
  return sql<boolean>`${sql.join([opportunityVisible(viewer), ...askedOf(filter, viewer, reading)], sql` and `)}`;
}

/**
 * From where counts and sums read, and under which condition: the same rows. Where the viewer sees everybody and nothing
 * is asked about customers, they are not read at all: that of ten thousand cards costs more than everything else.
 */
export function opportunitiesToSum(filter: OpportunityFilter, viewer: Viewer, reading: Reading): { from: RawBuilder<unknown>; where: RawBuilder<boolean> } {
  if (!seesEveryOpportunity(viewer) || asksOfCustomers(filter, reading)) return { from: opportunitySource, where: opportunityCondition(filter, viewer, reading) };
  return { from: sql`opportunity o`, where: sql<boolean>`${sql.join([ofShownCustomer('o'), ...askedOf(filter, viewer, reading)], sql` and `)}` };
}

const asksOfCustomers = ({ rule, search, customerId }: OpportunityFilter, reading: Reading): boolean =>
  search !== undefined || customerId !== undefined
  || (rule !== undefined && (relationsReadBy(rule).size > 0 || [...factsReadBy(rule)].some((key) => !key.startsWith('opportunity.custom.') && opportunityColumn(key, reading) === undefined)));

function askedOf({ rule, search, pipelineId, customerId, status }: OpportunityFilter, viewer: Viewer, reading: Reading): RawBuilder<unknown>[] {
  return [
    pipelineId ? sql`o.pipeline_id = ${pipelineId}::uuid` : undefined,
    status ? sql`o.status = ${sql.lit(status)}` : undefined,
    customerId ? sql`f.customer_id = (select coalesce(merged_into, id) from customer where id = ${customerId}::uuid)` : undefined,
    rule ? whereRule(rule, {
      alias: 'f', now: reading.now, viewer, catalogue: opportunityCatalogue(), ownColumn: (key) => opportunityColumn(key, reading),
      ownCustom: { entity: 'OPPORTUNITY', values: sql`o.custom_compared` },
    }) : undefined,
    search?.trim() ? sql`(
      o.title_key like ${`%${normaliseText(search).replace(/[%_\\]/g, '\\$&')}%`}
      or ${searchCondition(search, viewer)})` : undefined,
  ].filter((part) => part !== undefined);
}

/** A page of opportunities in the order asked for, without a value last; one row more than asked. */
export function listOpportunities(
  em: Em, filter: OpportunityFilter, page: OpportunityPage, select: OpportunitySelection, viewer: Viewer, reading: Reading,
): Promise<OpportunityRow[]> {
  const where = opportunityCondition(filter, viewer, reading);
  const columns = opportunityColumns(select, viewer, reading.now);
  if (page.field) {
    const order = customOrder({ from: opportunitySource, where, id: sql`o.id`, values: sql`o.custom_compared` }, page.field, page.descending);
    return rowsOf(em, sql<OpportunityRow>`
      select ${columns}, page.value as "sortValue" from (${pickApart(page, order)}) page join (${opportunitySource}) on o.id = page.id order by page.place`);
  }
  const order = orderOf(page, viewer);
  if (order.empty) {
    const rows = { id: sql`o.id`, from: opportunitySource };
    const { value, type, descending } = order;
    const picked = pickApart(page, {
      value, type, rising: true, descending, filled: { ...rows, where: sql`${where} and ${value} is not null` }, empty: { ...rows, where: sql`${where} and ${value} is null` },
    });
    return rowsOf(em, sql<OpportunityRow>`
      select ${columns}, page.value as "sortValue" from (${picked}) page join (${opportunitySource}) on o.id = page.id order by page.place`);
  }
  const { beyond, tail } = keyset(page, order);
  return rowsOf(em, sql<OpportunityRow>`
    select ${columns}, (${order.value})::text as "sortValue" from ${opportunitySource} where ${where} and ${beyond} ${tail}`);
}

/** The opportunities that the filter names, for this viewer: `id` and `customer_id` of each. */
export function namedOpportunities(filter: OpportunityFilter, viewer: Viewer, reading: Reading): RawBuilder<unknown> {
  const { from, where } = opportunitiesToSum(filter, viewer, reading);
  return sql`select o.id, o.customer_id from ${from} where ${where}`;
}

/** How many opportunities the filter names, for this viewer. */
export async function countOpportunities(em: Em, filter: OpportunityFilter, viewer: Viewer, reading: Reading): Promise<number> {
  const { from, where } = opportunitiesToSum(filter, viewer, reading);
  const [row] = await rowsOf(em, sql<{ count: number }>`select count(*)::int as count from ${from} where ${where}`);
  return row?.count ?? 0;
}

/** Sums over everything that the filter names, minor units of the company's currency; null to one who may not read amounts. */
export interface OpportunityTotals {
  readonly amount: string | null;
  /** Won ones in full, open ones times the probability of their stage, lost ones not at all: as the forecast weighs. */
  readonly weightedAmount: string | null;
}

export async function sumOpportunities(em: Em, filter: OpportunityFilter, viewer: Viewer, reading: Reading): Promise<OpportunityTotals> {
  if (!mayReadMarked(viewer.role, 'revenue')) return { amount: null, weightedAmount: null };
  const { from, where } = opportunitiesToSum(filter, viewer, reading);
  const [row] = await rowsOf(em, sql<OpportunityTotals>`
    with summed as (select o.company_amount, o.status, o.pipeline_id, o.stage from ${from} where ${where}),
      stages as (select p.id, s.key, s.probability from ${stageSource})
    select coalesce(sum(o.company_amount), 0)::text as amount,
      coalesce(sum(${weighed(sql`o.company_amount`, sql`case o.status when 'WON' then 100 when 'OPEN' then s.probability else 0 end`)}), 0)::text as "weightedAmount"
    from summed o left join stages s on s.id = o.pipeline_id and s.key = o.stage`);
  return row ?? { amount: '0', weightedAmount: '0' };
}
