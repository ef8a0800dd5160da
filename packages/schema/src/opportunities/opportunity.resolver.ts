import {
  countOpportunities, listOpportunities, opportunityById, type OpportunityFilter, type OpportunityRow, sumOpportunities,
} from '@orbita/database/opportunities';
import { opportunityCatalogue } from '@orbita/domain/opportunities';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { sortedBy } from '#custom-fields';
import { CustomerType } from '#customers';
import { type Connection, connectionOf, keysetPage, PageArgs, pageSize } from '#paging';
import { Allow, type RequestContext, ruleOf, selectedFields } from '#request';
import { money } from '#scalars';
import { OpportunitiesArgs, type OpportunityOrderInput } from './opportunity-inputs.ts';
import { OpportunityConnection, OpportunityTotals, OpportunityType } from './opportunity.type.ts';

export type Listed = Connection<OpportunityRow> & { filter: OpportunityFilter; count?: number };
const complexity = ({ args, childComplexity }: { args: PageArgs; childComplexity: number }) => pageSize(args).size * childComplexity;

@Resolver(() => OpportunityConnection)
export class OpportunityConnectionResolver {
  @FieldResolver(() => Int, { description: 'Everything the filter names, not the page.' })
  totalCount(@Root() { filter, count }: Listed, @Ctx() { em, viewer, now, company }: RequestContext): number | Promise<number> {
    return count ?? countOpportunities(em, filter, viewer, { now, zone: company.zone });
  }

  @FieldResolver(() => OpportunityTotals)
  async totals(@Root() { filter }: Listed, @Ctx() { em, viewer, now, company }: RequestContext): Promise<OpportunityTotals> {
    const { amount, weightedAmount } = await sumOpportunities(em, filter, viewer, { now, zone: company.zone });
    return { amount: money(amount, company.currency), weightedAmount: money(weightedAmount, company.currency) };
  }
}

@Resolver(() => OpportunityType)
export class OpportunityResolver {
  @Query(() => OpportunityType, { nullable: true })
  @Allow('opportunity', 'read')
  opportunity(
    @Arg('id', () => ID) id: string, @Ctx() { em, viewer, now }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<OpportunityRow | null> {
    return opportunityById(em, id, selectedFields(info), viewer, now);
  }

  @Query(() => OpportunityConnection, { complexity, description: 'The latest opened first, unless another order is asked for.' })
  @Allow('opportunity', 'read')
  async opportunities(
    @Args(() => OpportunitiesArgs) args: OpportunitiesArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Listed> {
    const { search, pipelineId, customerId, status } = args;
    const filter = { rule: await ruleOf(context, args.rule, opportunityCatalogue), search, pipelineId, customerId, status };
    return page(args, filter, args.orderBy ?? latest, context, info);
  }
}

@Resolver(() => CustomerType)
export class CustomerOpportunitiesResolver {
  @FieldResolver(() => OpportunityConnection, { complexity, description: 'The latest opened first; empty to one who may not read opportunities.' })
  opportunities(
    @Root() customer: CustomerType, @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Listed> {
    return page(args, { customerId: customer.id }, latest, context, info);
  }
}

const latest: OpportunityOrderInput = { by: 'openedAt', descending: true };

async function page(
  args: PageArgs, filter: OpportunityFilter, { by, descending, custom }: OpportunityOrderInput, context: RequestContext, info: GraphQLResolveInfo,
): Promise<Listed> {
  const { em, viewer, now, company } = context;
  const field = custom ? await sortedBy('OPPORTUNITY', custom, 'orderBy.custom', context) : undefined;
  const rows = await listOpportunities(
    em, filter, { ...keysetPage(args), by, descending, field }, selectedFields(info, ['edges', 'node']), viewer, { now, zone: company.zone });
  return { ...connectionOf(rows, args, (row) => [row.sortValue ?? null, row.id]), filter };
}
