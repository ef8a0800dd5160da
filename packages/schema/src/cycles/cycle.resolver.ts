import { countCycles, type CycleRow, listCycles } from '@orbita/database/cycles';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { CustomerType } from '#customers';
import { type Connection, connectionOf, keysetPage, PageArgs, pageSize } from '#paging';
import { type RequestContext } from '#request';
import { CycleConnection } from './cycle.type.ts';

type Listed = Connection<CycleRow> & { of: Parameters<typeof listCycles>[1] };
const complexity = ({ args, childComplexity }: { args: PageArgs; childComplexity: number }) => pageSize(args).size * childComplexity;

@Resolver(() => CycleConnection)
export class CycleConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() { of }: Listed, @Ctx() { em, viewer }: RequestContext): Promise<number> {
    return countCycles(em, of, viewer);
  }
}

@Resolver(() => CustomerType)
export class CustomerCyclesResolver {
  @FieldResolver(() => CycleConnection, { complexity, description: 'The latest opened first.' })
  async cycles(
    @Root() customer: CustomerType, @Args(() => PageArgs) args: PageArgs, @Ctx() { em, viewer }: RequestContext,
    @Arg('open', () => Boolean, { nullable: true, description: 'Only the open ones, or only the closed ones.' }) open?: boolean,
  ): Promise<Listed> {
    const of = { customerId: customer.id, open };
    const rows = await listCycles(em, of, keysetPage(args), viewer);
    return { ...connectionOf(rows, args, (row) => [row.openedAt, row.id]), of };
  }
}
