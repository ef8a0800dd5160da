import { activitiesOfCustomer, activityById, type ActivityFilter, type ActivityRow, countActivities, listActivities } from '@orbita/database/activities';
import type { ToldPage } from '@orbita/database/connection';
import type { CustomerRow } from '@orbita/database/customers';
import { activityCatalogue } from '@orbita/domain/activities';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { customerReader, CustomerType } from '#customers';
import { type Connection, connectionOf, keysetPage, type PageArgs, pageSize } from '#paging';
import { Allow, type RequestContext, ruleOf, selectedFields, told, ToldWithParent } from '#request';
import { ActivityConnection, ActivityType, AllActivitiesArgs, CustomerActivitiesArgs, MyTasksArgs } from './activity.type.ts';

type Listed = Connection<ActivityRow> & { count: () => Promise<number> | number };
const complexity = ({ args, childComplexity }: { args: PageArgs; childComplexity: number }) => pageSize(args).size * childComplexity;

async function listed(
  narrowed: ActivityFilter, args: Pick<MyTasksArgs, 'rule' | 'search' | 'orderBy'> & PageArgs, context: RequestContext, info: GraphQLResolveInfo,
): Promise<Listed> {
  const { em, viewer, now } = context;
  const filter = { ...narrowed, rule: await ruleOf(context, args.rule, activityCatalogue), search: args.search };
  const asked = selectedFields(info);
  const rows = asked.has('edges') || asked.has('pageInfo') ? await listActivities(em, filter, { ...keysetPage(args), inOrder: args.orderBy }, viewer, now) : [];
  return { ...connectionOf(rows, args, (row) => [row.sortValue, row.id]), count: () => countActivities(em, filter, viewer, now) };
}

@Resolver(() => ActivityConnection)
export class ActivityConnectionResolver {
  @FieldResolver(() => Int, { description: 'Everything the filter names, not the page.' })
  totalCount(@Root() { count }: Listed): Promise<number> | number {
    return count();
  }
}

@Resolver(() => ActivityType)
export class ActivityResolver {
  @Query(() => ActivityType, { nullable: true })
  @Allow('activity', 'read')
  activity(@Arg('id', () => ID) id: string, @Ctx() { em, viewer }: RequestContext): Promise<ActivityRow | null> {
    return activityById(em, id, viewer);
  }

  @Query(() => ActivityConnection, { complexity, description: 'The latest first, unless another order is asked for.' })
  @Allow('activity', 'read')
  async activities(@Args(() => AllActivitiesArgs) args: AllActivitiesArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<Listed> {
    const { customerId, kinds, opportunityId } = args;
    return listed({ customerId, kinds, opportunityId }, args, context, info);
  }

  @Query(() => ActivityConnection, { complexity, description: 'Tasks by when they are due, without a date last; the done ones the latest first; unless another order is asked for.' })
  @Allow('activity', 'read')
  async myTasks(@Args(() => MyTasksArgs) args: MyTasksArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<Listed> {
    const { viewer, company } = context;
    return listed({ tasks: { assigneeId: args.assigneeId ?? viewer.userId, state: args.state, zone: company.zone } }, args, context, info);
  }

  @FieldResolver(() => CustomerType)
  customer(@Root() activity: ActivityRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow | null> {
    return customerReader(context, activity.customerId, info);
  }
}

@Resolver(() => CustomerType)
export class CustomerActivitiesResolver {
  @FieldResolver(() => ActivityConnection, { complexity, description: 'The latest first; empty to one who may not read activities.' })
  @ToldWithParent<CustomerActivitiesArgs>(({ args, fields }, { viewer }) =>
    activitiesOfCustomer(args, keysetPage(args), fields().has('totalCount'), viewer))
  activities(@Root() customer: CustomerRow, @Args(() => CustomerActivitiesArgs) args: CustomerActivitiesArgs, @Info() info: GraphQLResolveInfo): Listed {
    const { rows, count = 0 } = told<ToldPage<ActivityRow>>(customer, info);
    return { ...connectionOf(rows, args, (row) => [row.occurredAt, row.id]), count: () => count };
  }
}
