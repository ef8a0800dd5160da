import type { ToldPage } from '@orbita/database/connection';
import type { CustomerRow } from '@orbita/database/customers';
import { countOrders, listOrders, orderById, type OrderRow, ordersOfCustomer } from '@orbita/database/orders';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { CustomerType } from '#customers';
import { type Connection, connectionOf, keysetPage, PageArgs, pageSize } from '#paging';
import { Allow, type RequestContext, selectedFields, told, ToldWithParent } from '#request';
import { OrderConnection, OrdersArgs, OrderType } from './order.type.ts';

type Listed = Connection<OrderRow> & { count: () => Promise<number> | number };
const node = ['edges', 'node'];
const cursorOf = (row: OrderRow) => [row.placedAt, row.id];
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

  @Query(() => OrderConnection, { complexity, description: 'The latest first.' })
  @Allow('order', 'read')
  async orders(
    @Args(() => OrdersArgs) args: OrdersArgs, @Ctx() { em, viewer }: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Listed> {
    const { customerId, lineId, channel, from, until, search } = args;
    const filter = { customerId, lineId, channel, from, until, search };
    const rows = await listOrders(em, filter, keysetPage(args), selectedFields(info, node), viewer);
    return { ...connectionOf(rows, args, cursorOf), count: () => countOrders(em, filter, viewer) };
  }
}

@Resolver(() => CustomerType)
export class CustomerOrdersResolver {
  @FieldResolver(() => OrderConnection, { complexity, description: 'The latest first; empty to one who may not read orders.' })
  @ToldWithParent<PageArgs>(({ args, fields }, { viewer }) => ordersOfCustomer(keysetPage(args), fields(node), fields().has('totalCount'), viewer))
  orders(@Root() customer: CustomerRow, @Args(() => PageArgs) args: PageArgs, @Info() info: GraphQLResolveInfo): Listed {
    const { rows, count = 0 } = told<ToldPage<OrderRow>>(customer, info);
    return { ...connectionOf(rows, args, cursorOf), count: () => count };
  }
}
