import { mayReadMarked, type Viewer } from '@orbita/domain/access';
import { sql } from 'kysely';
import { type Em, keyset, type KeysetPage, rowsOf } from '#connection';
import type { Reading } from './opportunity-facts.queries.ts';
import { opportunityColumns, type OpportunityRow, type OpportunitySelection } from './opportunity.queries.ts';
import { opportunitiesToSum, opportunityCondition, type OpportunityFilter } from './opportunity-list.queries.ts';
import { opportunitySource, stageSource, weighed } from './source.queries.ts';

/** What stands in a column of the board: everything that the filter names, not only the cards that are shown. */
export interface BoardColumnRow {
  readonly stage: string;
  readonly count: number;
  /** Minor units of the company's currency; null to one who may not read amounts. */
  readonly amount: string | null;
  readonly weightedAmount: string | null;
}

/** A board is about one pipeline's open opportunities. */
export type BoardFilter = Pick<OpportunityFilter, 'rule' | 'search'> & { readonly pipelineId: string };

const openOnes = (filter: BoardFilter): OpportunityFilter => ({ ...filter, status: 'OPEN' });

/** Count and sums of every column of the pipeline in its order, the empty ones too. */
export function boardColumns(em: Em, filter: BoardFilter, viewer: Viewer, reading: Reading): Promise<BoardColumnRow[]> {
  const sums = mayReadMarked(viewer.role, 'revenue')
    ? sql`coalesce(t.amount, 0)::text as amount, coalesce(t.weighted, 0)::text as "weightedAmount"`
    : sql`null as amount, null as "weightedAmount"`;
  const { from, where } = opportunitiesToSum(openOnes(filter), viewer, reading);
  return rowsOf(em, sql<BoardColumnRow>`
    with standing as (
      select o.stage, o.company_amount from ${from} where ${where}
    ), totals as (
      select s.key, count(*)::int as count, sum(w.company_amount) as amount, sum(${weighed(sql`w.company_amount`, sql`s.probability`)}) as weighted
      from ${stageSource} join standing w on w.stage = s.key where p.id = ${filter.pipelineId}::uuid group by s.key
    )
    select s.key as stage, coalesce(t.count, 0) as count, ${sums}
    from ${stageSource} left join totals t using (key)
    where p.id = ${filter.pipelineId}::uuid order by s.place`);
}

/** The first cards of every column, one more than asked of each, in one statement. */
export function boardFirstCards(
  em: Em, filter: BoardFilter, first: number, select: OpportunitySelection, viewer: Viewer, reading: Reading,
): Promise<OpportunityRow[]> {
  return rowsOf(em, sql<OpportunityRow>`
    select card.* from ${stageSource} cross join lateral (
      select ${opportunityColumns(select, viewer, reading.now)}, o.rank as "sortValue" from ${opportunitySource}
      where o.stage = s.key and ${opportunityCondition(openOnes(filter), viewer, reading)}
      order by o.rank, o.id limit ${first + 1}) card
    where p.id = ${filter.pipelineId}::uuid
    order by s.place, card."sortValue" collate "C", card.id`);
}

/** More cards of one column, from where the last ones ended. */
export function boardCards(
  em: Em, filter: BoardFilter & { readonly stage: string }, page: KeysetPage, select: OpportunitySelection, viewer: Viewer, reading: Reading,
): Promise<OpportunityRow[]> {
  const { beyond, tail } = keyset(page, { value: sql`o.rank`, id: sql`o.id`, type: 'text', descending: false });
  const { stage, ...board } = filter;
  return rowsOf(em, sql<OpportunityRow>`
    select ${opportunityColumns(select, viewer, reading.now)}, o.rank as "sortValue" from ${opportunitySource}
    where o.stage = ${stage} and ${opportunityCondition(openOnes(board), viewer, reading)} and ${beyond} ${tail}`);
}
