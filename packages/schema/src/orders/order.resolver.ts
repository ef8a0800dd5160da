import type { ToldPage } from '@orbita/database/connection';
import type { CustomerRow } from '@orbita/database/customers';
import { countOrders, listOrders, orderById, type OrderRow, ordersOfCustomer } from '@orbita/database/orders';
import { orderCatalogue } from '@orbita/domain/orders';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { CustomerType } from '#customers';
import { type Connection, connectionOf, keysetPage, PageArgs, pageSize } from '#paging';
import { Allow, type RequestContext, ruleOf, selectedFields, told, ToldWithParent } from '#request';
import { OrderConnection, OrdersArgs, OrderType } from './order.type.ts';

type Listed = Connection<OrderRow> & { count: () => Promise<number> | number };
const node = ['edges', 'node'];
const complexity = ({ args, childComplexity }: { args: PageArgs; childComplexity: number }) => pageSize(args).size * childComplexity;

@Resolver(() => OrderConnection)
export class OrderConnectionResolver {
  @FieldResolver(() => Int, { description: 'Everything the filter names, not the page.' })
  totalCount(@Root() { count }: Listed): Promise<number> | number {
    return count();
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

  @Query(() => OrderConnection, { complexity, description: 'The latest first, unless another order is asked for.' })
  @Allow('order', 'read')
  async orders(
    @Args(() => OrdersArgs) args: OrdersArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Listed> {
    const { em, viewer, now } = context;
    const { customerId, lineId, channel, standing, from, until, search, orderBy: inOrder } = args;
    const filter = { rule: await ruleOf(context, args.rule, orderCatalogue), customerId, lineId, channel, standing, from, until, search };
    const rows = await listOrders(em, filter, { ...keysetPage(args), inOrder }, selectedFields(info, node), viewer, now);
    return { ...connectionOf(rows, args, (row) => [row.sortValue, row.id]), count: () => countOrders(em, filter, viewer, now) };
  }
}

@Resolver(() => CustomerType)
export class CustomerOrdersResolver {
  @FieldResolver(() => OrderConnection, { complexity, description: 'The latest first; empty to one who may not read orders.' })
  @ToldWithParent<PageArgs>(({ args, fields }, { viewer }) => ordersOfCustomer(keysetPage(args), fields(node), fields().has('totalCount'), viewer))
  orders(@Root() customer: CustomerRow, @Args(() => PageArgs) args: PageArgs, @Info() info: GraphQLResolveInfo): Listed {
    const { rows, count = 0 } = told<ToldPage<OrderRow>>(customer, info);
    return { ...connectionOf(rows, args, (row) => [row.placedAt, row.id]), count: () => count };
  }
}
