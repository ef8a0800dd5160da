import { activitiesByIds, type ActivityRow } from '@orbita/database/activities';
import { transact } from '@orbita/database/connection';
import type { CustomerRow } from '@orbita/database/customers';
import { countNotifications, type InboxFilter, listNotifications, markRead, type NotificationRow } from '@orbita/database/inbox';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { customerReader, CustomerType } from '#customers';
import { type Connection, connectionOf, keysetPage } from '#paging';
import { AllowEveryone, batched, type RequestContext } from '#request';
import { ActivityType } from './activity.type.ts';
import { InboxArgs, InboxConnection, MarkReadResult, NotificationType } from './inbox.type.ts';

type Listed = Connection<NotificationRow> & { filter: InboxFilter };

@Resolver(() => InboxConnection)
export class InboxConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: Listed, @Ctx() { em, viewer }: RequestContext): Promise<number> {
    return countNotifications(em, filter, viewer);
  }

  @FieldResolver(() => Int, { description: 'In the whole inbox.' })
  unreadCount(@Ctx() { em, viewer }: RequestContext): Promise<number> {
    return countNotifications(em, { unread: true }, viewer);
  }
}

@Resolver(() => NotificationType)
export class InboxResolver {
  @Query(() => InboxConnection, {
    description: "The viewer's own: mentions, tasks given to him, reminders; the latest first.",
  })
  @AllowEveryone()
  async inbox(@Args(() => InboxArgs) args: InboxArgs, @Ctx() { em, viewer }: RequestContext): Promise<Listed> {
    const filter = { unread: args.unread };
    const rows = await listNotifications(em, filter, keysetPage(args), viewer);
    return { ...connectionOf(rows, args, (row) => [row.createdAt, row.id]), filter };
  }

  @Mutation(() => MarkReadResult, { description: 'All of the inbox when none are named.' })
  @AllowEveryone()
  async markRead(@Ctx() { em, viewer, now }: RequestContext, @Arg('ids', () => [ID], { nullable: true }) ids?: string[]): Promise<MarkReadResult> {
    const marked = await transact(em, (inner) => markRead(inner, ids, viewer, now)) as number;
    return { marked, unreadCount: await countNotifications(em, { unread: true }, viewer) };
  }

  @FieldResolver(() => ActivityType, { nullable: true })
  activity(@Root() line: NotificationRow, @Ctx() context: RequestContext): Promise<ActivityRow | null> | null {
    const { em, viewer } = context;
    return line.activityId ? batched(context, 'activities', line.activityId, (ids) => activitiesByIds(em, ids, viewer)) : null;
  }

  @FieldResolver(() => CustomerType)
  customer(@Root() line: NotificationRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow | null> {
    return customerReader(context, line.customerId, info);
  }
}
