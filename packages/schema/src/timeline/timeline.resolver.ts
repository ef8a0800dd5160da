import { activityOfEvent, type ActivityRow, type TouchpointRow, touchpointsOf } from '@orbita/database/activities';
import { orderOfEvent, type OrderRow } from '@orbita/database/orders';
import { type About, auditTrail, timelineOf, type TimelineRow } from '@orbita/database/timeline';
import type { Viewer } from '@orbita/domain/access';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { ActivityType } from '#activities';
import { CustomerType } from '#customers';
import { OrderType } from '#orders';
import { type Connection, connectionOf, decodeCursor, pageSize } from '#paging';
import { Allow, type RequestContext, selectedFields } from '#request';
import { ActorType, AuditArgs, TimelineArgs, TimelineConnection, TimelineEventType, TouchpointType } from './timeline.type.ts';

const complexity = ({ args, childComplexity }: { args: TimelineArgs; childComplexity: number }) => pageSize(args).size * childComplexity;

@Resolver(() => CustomerType)
export class CustomerTimelineResolver {
  @FieldResolver(() => TimelineConnection, { complexity, description: 'Everything that happened, the latest first; with what happened to those merged into him.' })
  async timeline(
    @Root() customer: CustomerType, @Args(() => TimelineArgs) args: TimelineArgs, @Ctx() { em, viewer }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<TimelineRow>> {
    const after = args.after ? (decodeCursor(args.after) as [string, number]) : undefined;
    const rows = await timelineOf(em, customer.id, { types: args.types, after, size: pageSize(args).size }, viewer, aboutOf(info, viewer));
    return connectionOf(rows, args, (row) => [row.occurredAt, row.no]);
  }

  @FieldResolver(() => [TouchpointType], {
    complexity: ({ childComplexity }) => 50 * childComplexity,
    description: 'When and how customer and company meet: contacts and orders by channel and month.',
  })
  touchpoints(@Root() customer: CustomerType, @Ctx() { em, viewer, company }: RequestContext): Promise<TouchpointRow[]> {
    return touchpointsOf(em, customer.id, company.zone, viewer);
  }
}

@Resolver(() => TimelineEventType)
export class TimelineEventResolver {
  @Query(() => TimelineConnection, { complexity, description: 'Everything that was written, by whom, over all customers; the latest first.' })
  @Allow('audit', 'read')
  async auditTrail(
    @Args(() => AuditArgs) args: AuditArgs, @Ctx() { em, viewer }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<TimelineRow>> {
    const { actorId, types, from, until } = args;
    const after = args.after ? (decodeCursor(args.after) as [string, string]) : undefined;
    const rows = await auditTrail(em, { actorId, types, from, until, after, size: pageSize(args).size }, viewer, aboutOf(info, viewer));
    return connectionOf(rows, args, (row) => [row.recordedAt, row.id]);
  }

  @FieldResolver(() => ActorType)
  actor(@Root() { actorId, actorName, actorKind }: TimelineRow): ActorType {
    return { id: actorId, name: actorName, kind: actorKind };
  }

  @FieldResolver(() => ActivityType, { nullable: true, description: 'The activity it is about, as it stands now.' })
  activity(@Root() { about }: TimelineRow): ActivityRow | null {
    return (about?.['activity'] ?? null) as ActivityRow | null;
  }

  @FieldResolver(() => OrderType, { nullable: true, description: 'The order it is about, as it stands now.' })
  order(@Root() { about }: TimelineRow): OrderRow | null {
    return (about?.['order'] ?? null) as OrderRow | null;
  }
}

/** What is told with the events, if the operation asks for it: in the statement that reads them. */
function aboutOf(info: GraphQLResolveInfo, viewer: Viewer): About {
  const node = ['edges', 'node'];
  const fields = selectedFields(info, node);
  return {
    ...(fields.has('activity') ? { activity: activityOfEvent(viewer) } : {}),
    ...(fields.has('order') ? { order: orderOfEvent(selectedFields(info, [...node, 'order']), viewer) } : {}),
  };
}
