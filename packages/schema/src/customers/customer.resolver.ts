import { countCustomers, customerAsAsked, type CustomerFilter, type CustomerRow, listCustomers, sortedFacts } from '@orbita/database/customers';
import type { Em } from '@orbita/database/connection';
import { type CustomValueRow, customValuesColumn } from '@orbita/database/custom-fields';
import { segmentById } from '@orbita/database/segments';
import { may, mayReadMarked, type Viewer } from '@orbita/domain/access';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import {
  Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Info, InputType, Int, ObjectType, Query, Resolver, Root,
} from 'type-graphql';
import { costOfValues, CustomValuesArgs, CustomValueType, tellCustomValues } from '#custom-fields';
import { connectionOf, connectionType, type Connection, keysetPage, PageArgs } from '#paging';
import { Allow, type RequestContext, ruleOf, shapeOf, told, ToldWithParent } from '#request';
import { Json } from '#scalars';
import { customerOrder } from './customer-order.ts';
import { customerSelection } from './customer-reader.ts';
import { CustomerType } from './customer.type.ts';

@InputType('CustomerOrder')
class CustomerOrderInput {
  @Field(() => String, { description: `Key of a fact: ${sortedFacts.join(', ')}, or custom.‹name› of the company's own fields.` }) by!: string;
  @Field(() => Boolean, { defaultValue: false }) descending!: boolean;
}

@ArgsType()
class CustomersArgs extends PageArgs {
  @Field(() => Json, { nullable: true, description: 'A rule tree over the facts.' }) rule?: unknown;
  @Field(() => String, { nullable: true }) search?: string;
  @Field(() => ID, { nullable: true, description: 'Members of a segment.' }) segmentId?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only the deleted ones.' }) deleted?: boolean;
  @Field(() => CustomerOrderInput, { nullable: true }) orderBy?: CustomerOrderInput;
}

@ObjectType()
class CustomerConnection extends connectionType('Customer', CustomerType) {}

type Listed = Connection<CustomerRow> & { filter: CustomerFilter };

@Resolver(() => CustomerConnection)
export class CustomerConnectionResolver {
  @FieldResolver(() => Int, { description: 'Everything the filter names, not the page.' })
  totalCount(@Root() { filter }: Listed, @Ctx() { em, viewer, now }: RequestContext): Promise<number> {
    return countCustomers(em, filter, viewer, now);
  }
}

@Resolver(() => CustomerType)
export class CustomerResolver {
  @Query(() => CustomerType, { nullable: true })
  @Allow('customer', 'read')
  customer(
    @Arg('id', () => ID) id: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<CustomerRow | null> {
    const { em, viewer, company, now } = context;
    return customerAsAsked(em, id, (at) => customerSelection(info, { viewer, company, now: at }), viewer, now, shapeOf(info, id, context));
  }

  @Query(() => CustomerConnection)
  @Allow('customer', 'read')
  async customers(
    @Args(() => CustomersArgs) args: CustomersArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Listed> {
    const { em, viewer, now } = context;
    const { by, descending } = args.orderBy ?? { by: args.search ? 'revenueTotal' : 'name', descending: args.search !== undefined };
    const order = await customerOrder(by, descending, context);
    const filter = await customerFilterOf(args, em, viewer);
    const rows = await listCustomers(em, filter, { ...keysetPage(args), order }, customerSelection(info, context, ['edges', 'node']), viewer, now);
    return { ...connectionOf(rows, args, (row) => [row.sortValue, row.id]), filter };
  }

  @FieldResolver(() => [CustomValueType], { complexity: costOfValues, description: "The company's own fields, in their order, each with what it holds." })
  @ToldWithParent<CustomValuesArgs>(({ args }, { viewer }) => customValuesColumn('CUSTOMER', 'c', args, viewer))
  customValues(
    @Root() customer: CustomerRow, @Args(() => CustomValuesArgs) _: CustomValuesArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): CustomValueType[] {
    return tellCustomValues(told<CustomValueRow[]>(customer, info), context);
  }

  @FieldResolver(() => Boolean)
  viewerCanUpdate(@Root() customer: CustomerRow, @Ctx() { viewer }: RequestContext): boolean {
    return customer.erasedAt === null && may(viewer, 'customer', 'update', customer);
  }

  @FieldResolver(() => Boolean)
  viewerCanSetAcquisitionCost(@Root() customer: CustomerRow, @Ctx() { viewer }: RequestContext): boolean {
    return customer.erasedAt === null && mayReadMarked(viewer.role, 'margin') && may(viewer, 'order', 'update', customer);
  }

  @FieldResolver(() => Boolean)
  viewerCanDelete(@Root() customer: CustomerRow, @Ctx() { viewer }: RequestContext): boolean {
    return customer.erasedAt === null && may(viewer, 'customer', 'delete', customer);
  }
}

/** A segment is asked for by its meaning: the rule as the viewer may read it, or the list that he may see. */
export async function customerFilterOf(args: Pick<CustomersArgs, 'rule' | 'search' | 'segmentId' | 'deleted'>, em: Em, viewer: Viewer): Promise<CustomerFilter> {
  const { search, deleted } = args;
  const rule = await ruleOf({ em, viewer }, args.rule);
  if (!args.segmentId) return { rule, search, deleted };
  const segment = await segmentById(em, args.segmentId, viewer);
  if (!segment) throw new GraphQLError('This segment does not exist, or you may not see it.', { extensions: { code: 'NOT_FOUND' } });
  if (!segment.rule) return { rule, search, deleted, segmentId: segment.id };
  return { rule: rule ? { and: [segment.rule, rule] } : segment.rule, search, deleted };
}
