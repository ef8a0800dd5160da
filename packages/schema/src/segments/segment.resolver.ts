import { countCustomers, type CustomerFilter, type CustomerRow, listCustomers } from '@orbita/database/customers';
import { catalogueFor } from '@orbita/database/lifecycle';
import {
  type CountedRow, countSegments, listSegments, readsHidden, segmentById, segmentChanges, type SegmentFilter, segmentHistory, type SegmentOrder, segmentOrders, type SegmentRow,
} from '@orbita/database/segments';
import { may } from '@orbita/domain/access';
import { segmentCatalogue } from '@orbita/domain/segments';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { customerSelection, customerOrder } from '#customers';
import { connectionOf, type Connection, keysetPage, orderType, PageArgs } from '#paging';
import { Allow, type RequestContext, ruleOf, ruleText } from '#request';
import { DateTime, Json } from '#scalars';
import { memberCount } from './count-reader.ts';
import { SegmentChanges, SegmentConnection, SegmentCount, SegmentMemberConnection, SegmentType } from './segment.type.ts';

const SegmentOrderInput = orderType('Segment', segmentOrders, 'What nobody owns stands before what somebody does.');

@ArgsType()
class SegmentsArgs extends PageArgs {
  @Field(() => Json, { nullable: true, description: 'A rule tree over the facts of the segment itself (`ruleCatalogue(subject: segment)`), not of its members.' }) rule?: unknown;
  @Field(() => String, { nullable: true, description: 'Part of a name.' }) search?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only the deleted ones.' }) deleted?: boolean;
  @Field(() => SegmentOrderInput, { nullable: true, description: 'By name when not given.' }) orderBy?: SegmentOrder;
}

@ArgsType()
class MembersArgs extends PageArgs {
  @Field(() => String, { nullable: true }) search?: string;
  @Field(() => String, { nullable: true, description: 'Key of a fact to sort by; the name when not given.' }) sortBy?: string;
  @Field(() => Boolean, { nullable: true }) descending?: boolean;
}

/** How many days back a history goes: those asked for, two years at most. */
const daysBack = (days: number) => Math.min(Math.max(days, 1), 730);

type Listed = Connection<SegmentRow> & { filter: SegmentFilter };
type Members = Connection<CustomerRow> & { filter: CustomerFilter };

@Resolver(() => SegmentConnection)
export class SegmentConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: Listed, @Ctx() { em, viewer, now }: RequestContext): Promise<number> {
    return countSegments(em, filter, viewer, now);
  }
}

@Resolver(() => SegmentMemberConnection)
export class SegmentMemberConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: Members, @Ctx() { em, viewer, now }: RequestContext): Promise<number> {
    return countCustomers(em, filter, viewer, now);
  }
}

@Resolver(() => SegmentType)
export class SegmentResolver {
  @Query(() => SegmentConnection)
  @Allow('segment', 'read')
  async segments(@Args(() => SegmentsArgs) args: SegmentsArgs, @Ctx() context: RequestContext): Promise<Listed> {
    const { em, viewer, now } = context;
    const filter = { rule: await ruleOf(context, args.rule, segmentCatalogue), search: args.search, deleted: args.deleted };
    const rows = await listSegments(em, filter, keysetPage(args), viewer, now, args.orderBy);
    return { ...connectionOf(rows, args, (row) => [row.sortValue, row.id]), filter };
  }

  @Query(() => SegmentType, { nullable: true })
  @Allow('segment', 'read')
  segment(@Arg('id', () => ID) id: string, @Ctx() { em, viewer }: RequestContext): Promise<SegmentRow | null> {
    return segmentById(em, id, viewer);
  }

  @FieldResolver(() => Int, { complexity: 10, description: 'Members now, by the rule itself: it equals the database.' })
  count(@Root() segment: SegmentRow, @Ctx() context: RequestContext): Promise<number> {
    return memberCount(context, segment);
  }

  @FieldResolver(() => String, { nullable: true, description: "The rule as a person reads it, in the viewer's language." })
  async ruleText(@Root() { rule }: SegmentRow, @Ctx() context: RequestContext): Promise<string | null> {
    return rule ? ruleText(rule, await catalogueFor(context.em, rule), context) : null;
  }

  @FieldResolver(() => SegmentMemberConnection)
  async members(
    @Root() segment: SegmentRow, @Args(() => MembersArgs) args: MembersArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Members> {
    const { em, viewer, now } = context;
    const filter = { search: args.search, ...(segment.rule ? { rule: segment.rule } : { segmentId: segment.id }) };
    const order = await customerOrder(args.sortBy ?? 'name', args.descending ?? false, context);
    const rows = await listCustomers(
      em, filter, { ...keysetPage(args), order }, customerSelection(info, context, ['edges', 'node']), viewer, now);
    return { ...connectionOf(rows, args, (row) => [row.sortValue, row.id]), filter };
  }

  @FieldResolver(() => [SegmentCount], {
    complexity: ({ args, childComplexity }) => daysBack(args['days'] as number) * childComplexity,
    description: 'Counts of the last days; none where the rule reads what the viewer may not.',
  })
  async history(
    @Root() { id, rule }: SegmentRow, @Arg('days', () => Int, { defaultValue: 90 }) days: number, @Ctx() { em, viewer, company, now }: RequestContext,
  ): Promise<CountedRow[]> {
    if (await readsHidden(em, rule, viewer)) return [];
    const since = now.getTime() - daysBack(days) * 86_400_000;
    return segmentHistory(em, id, new Date(since), company.zone, viewer);
  }

  @FieldResolver(() => SegmentChanges, { description: 'Who came and who left; nobody where the rule reads what the viewer may not.' })
  async changes(
    @Root() { id, rule }: SegmentRow, @Arg('since', () => DateTime) since: Date, @Ctx() { em, viewer }: RequestContext,
  ): Promise<unknown> {
    return (await readsHidden(em, rule, viewer)) ? { entered: [], left: [] } : segmentChanges(em, id, since, viewer);
  }

  @FieldResolver(() => Boolean)
  viewerCanUpdate(@Root() { ownerId }: SegmentRow, @Ctx() { viewer }: RequestContext): boolean {
    return may(viewer, 'segment', 'update', { ownerId, teamId: null, partnerId: null });
  }

  @FieldResolver(() => Boolean)
  viewerCanDelete(@Root() { ownerId }: SegmentRow, @Ctx() { viewer }: RequestContext): boolean {
    return may(viewer, 'segment', 'delete', { ownerId, teamId: null, partnerId: null });
  }
}
