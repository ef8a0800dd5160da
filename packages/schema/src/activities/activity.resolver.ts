import {
  activitiesOfCustomer, activityById, type ActivityRow, countActivities, countTasks, listActivities, listTasks, type TaskFilter, type TaskState,
} from '@orbita/database/activities';
import type { ToldPage } from '@orbita/database/connection';
import type { CustomerRow } from '@orbita/database/customers';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { customerReader, CustomerType } from '#customers';
import { type Connection, connectionOf, keysetPage, PageArgs, pageSize } from '#paging';
import { Allow, type RequestContext, told, ToldWithParent } from '#request';
import { ActivitiesArgs, ActivityConnection, ActivityType, AllActivitiesArgs, TaskStateEnum } from './activity.type.ts';

@ArgsType()
class MyTasksArgs extends PageArgs {
  @Field(() => TaskStateEnum, { defaultValue: 'OPEN' }) state!: TaskState;
  @Field(() => ID, { nullable: true, description: 'Whose tasks; the viewer’s own when not given.' }) assigneeId?: string;
}

type Listed = Connection<ActivityRow> & { count: () => Promise<number> | number };
const cursorOf = (row: ActivityRow) => [row.occurredAt, row.id];
const complexity = ({ args, childComplexity }: { args: PageArgs; childComplexity: number }) => pageSize(args).size * childComplexity;

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

  @Query(() => ActivityConnection, { complexity, description: 'The latest first.' })
  @Allow('activity', 'read')
  async activities(@Args(() => AllActivitiesArgs) args: AllActivitiesArgs, @Ctx() { em, viewer }: RequestContext): Promise<Listed> {
    const filter = { customerId: args.customerId, kinds: args.kinds, opportunityId: args.opportunityId };
    const rows = await listActivities(em, filter, keysetPage(args), viewer);
    return { ...connectionOf(rows, args, cursorOf), count: () => countActivities(em, filter, viewer) };
  }

  @Query(() => ActivityConnection, { complexity, description: 'Tasks by when they are due, without a date last; the done ones the latest first.' })
  @Allow('activity', 'read')
  async myTasks(@Args(() => MyTasksArgs) args: MyTasksArgs, @Ctx() { em, viewer, now, company }: RequestContext): Promise<Listed> {
    const filter: TaskFilter = { assigneeId: args.assigneeId ?? viewer.userId, state: args.state, now, zone: company.zone };
    const rows = await listTasks(em, filter, keysetPage(args), viewer);
    return { ...connectionOf(rows, args, (row) => [row.sortValue, row.id]), count: () => countTasks(em, filter, viewer) };
  }

  @FieldResolver(() => CustomerType)
  customer(@Root() activity: ActivityRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow | null> {
    return customerReader(context, activity.customerId, info);
  }
}

@Resolver(() => CustomerType)
export class CustomerActivitiesResolver {
  @FieldResolver(() => ActivityConnection, { complexity, description: 'The latest first; empty to one who may not read activities.' })
  @ToldWithParent<ActivitiesArgs>(({ args, fields }, { viewer }) =>
    activitiesOfCustomer(args.kinds, keysetPage(args), fields().has('totalCount'), viewer))
  activities(@Root() customer: CustomerRow, @Args(() => ActivitiesArgs) args: ActivitiesArgs, @Info() info: GraphQLResolveInfo): Listed {
    const { rows, count = 0 } = told<ToldPage<ActivityRow>>(customer, info);
    return { ...connectionOf(rows, args, cursorOf), count: () => count };
  }
}
