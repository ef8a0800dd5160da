import {
  type BoardColumnRow, boardCards, boardColumns, boardFirstCards, forecastByMonth, type ForecastRow, type OpportunityRow, pipelinesByIds,
} from '@orbita/database/opportunities';
import { localDate } from '@orbita/domain/calendar';
import { opportunityCatalogue } from '@orbita/domain/opportunities';
import type { Rule } from '@orbita/domain/rules';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { connectionOf, decodeCursor, pageSize } from '#paging';
import { Allow, type RequestContext, ruleOf, selectedFields } from '#request';
import { money } from '#scalars';
import { BoardArgs, BoardCardsArgs, ForecastArgs } from './opportunity-inputs.ts';
import { keepPipeline } from './opportunity-readers.ts';
import type { Listed } from './opportunity.resolver.ts';
import { type ForecastMonth, OpportunityBoard, OpportunityConnection, OpportunityForecast } from './opportunity.type.ts';

/** What was asked for, its rule parsed. */
type Asked = Omit<BoardArgs, 'rule'> & { readonly rule: Rule | undefined };

const stages = 8;
const filterOf = async ({ pipelineId, search, rule }: BoardArgs, context: Pick<RequestContext, 'em' | 'viewer'>) => ({ pipelineId, search, rule: await ruleOf(context, rule, opportunityCatalogue) });
const readingOf = ({ now, company }: RequestContext) => ({ now, zone: company.zone });

@Resolver()
export class BoardResolver {
  @Query(() => OpportunityBoard, {
    nullable: true, complexity: ({ args, childComplexity }) => stages * (args as BoardArgs).first * childComplexity,
    description: 'The open opportunities of a pipeline, in columns.',
  })
  @Allow('opportunity', 'read')
  async opportunityBoard(
    @Args(() => BoardArgs) args: BoardArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    const { em, viewer } = context;
    const [pipeline] = await pipelinesByIds(em, [args.pipelineId], viewer);
    if (!pipeline) return null;
    const filter = await filterOf(args, { em, viewer });
    const { size } = pageSize({ first: args.first });
    const select = selectedFields(info, ['columns', 'cards', 'edges', 'node']);
    const [columns, cards] = await Promise.all([
      boardColumns(em, filter, viewer, readingOf(context)),
      select.size === 0 ? [] : boardFirstCards(em, filter, size, select, viewer, readingOf(context)),
      keepPipeline(context, pipeline, select),
    ]);
    return { pipeline, columns: columns.map((column) => columnOf(column, cards.filter(({ stage }) => stage === column.stage), { ...args, ...filter }, context)) };
  }

  @Query(() => OpportunityConnection, { description: 'More cards of one column of the board.' })
  @Allow('opportunity', 'read')
  async boardCards(
    @Args(() => BoardCardsArgs) args: BoardCardsArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Listed> {
    const { size } = pageSize({ first: args.first });
    const after = args.after ? (decodeCursor(args.after) as [string, string]) : undefined;
    const asked = await filterOf(args, context);
    const filter = { ...asked, stage: args.stage };
    const rows = await boardCards(context.em, filter, { size, after }, selectedFields(info, ['edges', 'node']), context.viewer, readingOf(context));
    return listed(rows, { ...args, ...asked });
  }

  @Query(() => OpportunityForecast, { description: 'By month in which it was won or is expected to close, over everything that matches.' })
  @Allow('opportunity', 'read')
  async forecast(@Args(() => ForecastArgs) args: ForecastArgs, @Ctx() context: RequestContext): Promise<OpportunityForecast> {
    const { pipelineId, search } = args;
    const wonSince = args.wonSince ?? `${localDate(context.now.getTime(), context.company.zone).slice(0, 7)}-01`;
    const filter = { pipelineId, search, rule: await ruleOf(context, args.rule, opportunityCatalogue) };
    const rows = await forecastByMonth(context.em, filter, wonSince, context.viewer, readingOf(context));
    return { months: rows.map((row) => monthOf(row, context)), total: monthOf(totalOf(rows), context) };
  }
}

function columnOf({ amount, weightedAmount, ...column }: BoardColumnRow, cards: readonly OpportunityRow[], args: Asked, { company }: RequestContext) {
  return {
    ...column, amount: money(amount, company.currency), weightedAmount: money(weightedAmount, company.currency),
    cards: { ...listed(cards, { ...args, stage: column.stage }), count: column.count },
  };
}

const listed = (rows: readonly OpportunityRow[], args: Asked & { stage: string; after?: string }): Listed => {
  const inStage = { fact: 'opportunity.stage', is: 'eq', value: args.stage } as const;
  const { rule, pipelineId, search } = args;
  return {
    ...connectionOf(rows, { first: args.first, ...(args.after ? { after: args.after } : {}) }, (row) => [row.sortValue ?? '', row.id]),
    filter: { pipelineId, search, status: 'OPEN', rule: rule ? { and: [inStage, rule] } : inStage },
  };
};

const figures = ['won', 'committed', 'weighted', 'bestCase'] as const;

function monthOf(row: ForecastRow, { company }: RequestContext): ForecastMonth {
  const { month, count } = row;
  const [won, committed, weighted, bestCase] = figures.map((key) => money(row[key], company.currency));
  return { month, count, won: won ?? null, committed: committed ?? null, weighted: weighted ?? null, bestCase: bestCase ?? null };
}

function totalOf(rows: readonly ForecastRow[]): ForecastRow {
  const sum = (key: (typeof figures)[number]) =>
    (rows.some((row) => row[key] === null) ? null : String(rows.reduce((total, row) => total + BigInt(row[key] ?? 0), 0n)));
  return {
    month: null, count: rows.reduce((total, { count }) => total + count, 0),
    won: sum('won'), committed: sum('committed'), weighted: sum('weighted'), bestCase: sum('bestCase'),
  };
}
