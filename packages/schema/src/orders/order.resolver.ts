import { countOrders, listOrders, orderById, type OrderFilter, type OrderRow } from '@orbita/database/orders';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { CustomerType } from '#customers';
import { type Connection, connectionOf, decodeCursor, PageArgs, pageSize } from '#paging';
import { Allow, type RequestContext, selectedFields } from '#request';
import { OrderConnection, OrdersArgs, OrderType } from './order.type.ts';

type Listed = Connection<OrderRow> & { filter: OrderFilter };
const complexity = ({ args, childComplexity }: { args: PageArgs; childComplexity: number }) => pageSize(args).size * childComplexity;

@Resolver(() => OrderConnection)
export class OrderConnectionResolver {
  @FieldResolver(() => Int, { description: 'Everything the filter names, not the page.' })
  totalCount(@Root() { filter }: Listed, @Ctx() { em, viewer }: RequestContext): Promise<number> {
    return countOrders(em, filter, viewer);
  }
}

@Resolver(() => OrderType)
export class OrderResolver {
  @Query(() => OrderType, { nullable: true })
  @Allow('order', 'read')
  order(
    @Arg('id', () => ID) id: string, @Ctx() { em, viewer }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<OrderRow | null> {
    return orderById(em, id, selectedFields(info), viewer);
  }

  @Query(() => OrderConnection, { complexity, description: 'The latest first.' })
  @Allow('order', 'read')
  orders(
    @Args(() => OrdersArgs) args: OrdersArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Listed> {
    const { customerId, lineId, channel, from, until, search } = args;
    return page(args, { customerId, lineId, channel, from, until, search }, context, info);
  }
}

@Resolver(() => CustomerType)
export class CustomerOrdersResolver {
  @FieldResolver(() => OrderConnection, { complexity, description: 'The latest first; empty to one who may not read orders.' })
  orders(
    @Root() customer: CustomerType, @Args(() => PageArgs) args: PageArgs,
    @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Listed> {
    return page(args, { customerId: customer.id }, context, info);
  }
}

async function page(args: PageArgs, filter: OrderFilter, { em, viewer }: RequestContext, info: GraphQLResolveInfo): Promise<Listed> {
  const { size, backwards } = pageSize(args);
  const cursor = args.after ?? args.before;
  const after = cursor ? (decodeCursor(cursor) as [string, string]) : undefined;
  const rows = await listOrders(em, filter, { size, backwards, offset: args.offset, after }, selectedFields(info, ['edges', 'node']), viewer);
  return { ...connectionOf(rows, args, (row) => [row.placedAt, row.id]), filter };
}
