import { activityOfEvent, type TouchpointRow, touchpointsOfCustomer } from '@orbita/database/activities';
import type { ToldPage } from '@orbita/database/connection';
import type { CustomerRow } from '@orbita/database/customers';
import { opportunityOfEvent } from '@orbita/database/opportunities';
import { orderOfEvent } from '@orbita/database/orders';
import { type About, auditTrail, timelineOfCustomer, type TimelineRow } from '@orbita/database/timeline';
import { auditCatalogue } from '@orbita/domain/timeline';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from 'type-graphql';
import { CustomerType } from '#customers';
import { type Connection, connectionOf, keysetPage, type PageArgs, pageSize } from '#paging';
import { Allow, type Asked, type RequestContext, ruleOf, selectedFields, told, ToldWithParent } from '#request';
import { AuditArgs, TimelineArgs, TimelineConnection, TimelineEventType, TouchpointType } from './timeline.type.ts';
import { Json } from '#scalars';
import { readablePayload } from './readable-payload.ts';

const node = ['edges', 'node'];
const complexity = ({ args, childComplexity }: { args: PageArgs; childComplexity: number }) => pageSize(args).size * childComplexity;

@Resolver(() => CustomerType)
export class CustomerTimelineResolver {
  @FieldResolver(() => TimelineConnection, { complexity, description: 'Everything that happened, the latest first; with what happened to those merged into him.' })
  @ToldWithParent<TimelineArgs>(({ args, fields }, reading) =>
    timelineOfCustomer({ ...keysetPage(args), types: args.types }, reading.viewer, about(fields, reading)))
  timeline(@Root() customer: CustomerRow, @Args(() => TimelineArgs) args: TimelineArgs, @Info() info: GraphQLResolveInfo): Connection<TimelineRow> {
    const { rows } = told<ToldPage<TimelineRow>>(customer, info);
    return connectionOf(rows, args, (row) => [row.occurredAt, row.id]);
  }

  @FieldResolver(() => [TouchpointType], {
    complexity: ({ childComplexity }) => 50 * childComplexity,
    description: 'When and how customer and company meet: contacts and orders by channel and month.',
  })
  @ToldWithParent((_, { viewer, company }) => touchpointsOfCustomer(company.zone, viewer))
  touchpoints(@Root() customer: CustomerRow, @Info() info: GraphQLResolveInfo): TouchpointRow[] {
    return told(customer, info);
  }
}

@Resolver(() => TimelineEventType)
export class TimelineEventResolver {
  @Query(() => TimelineConnection, { complexity, description: 'Everything that was written, by whom, over all customers; the latest first.' })
  @Allow('audit', 'read')
  async auditTrail(
    @Args(() => AuditArgs) args: AuditArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<TimelineRow>> {
    const { actorId, types, from, until, search } = args;
    const rule = await ruleOf(context, args.rule, auditCatalogue);
    const asked = about((path) => selectedFields(info, path), context);
    const rows = await auditTrail(context.em, { ...keysetPage(args), rule, search, actorId, types, from, until }, context.viewer, context.now, asked);
    return connectionOf(rows, args, (row) => [row.recordedAt, row.id]);
  }

  @FieldResolver(() => Json, { description: 'Ids and names of fields; of amounts and of why a stage changed, what the viewer may read.' })
  payload(@Root() event: TimelineRow, @Ctx() { viewer }: RequestContext): Readonly<Record<string, unknown>> {
    return readablePayload(event, viewer);
  }
}

/** What is told with the events, if the operation asks for it: in the statement that reads them. */
function about(fields: Asked<unknown>['fields'], { viewer, now }: Pick<RequestContext, 'viewer' | 'now'>): About {
  const asked = fields(node);
  return {
    ...(asked.has('activity') ? { activity: activityOfEvent(viewer) } : {}),
    ...(asked.has('order') ? { order: orderOfEvent(fields([...node, 'order']), viewer) } : {}),
    ...(asked.has('opportunity') ? { opportunity: opportunityOfEvent(fields([...node, 'opportunity']), viewer, now) } : {}),
  };
}
