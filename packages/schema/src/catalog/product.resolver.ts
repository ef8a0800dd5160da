import {
  type CategoryRow, countProducts, listCategories, listProducts, productById, type ProductFilter, type ProductRow,
} from '@orbita/database/catalog';
import { productCatalogue } from '@orbita/domain/catalog';
import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type Connection, connectionOf, keysetPage } from '#paging';
import { Allow, type RequestContext, ruleOf } from '#request';
import { money, MoneyType } from '#scalars';
import { ProductCategoryCountType, ProductConnection, ProductsArgs, ProductType } from './product.type.ts';

type Listed = Connection<ProductRow> & { filter: ProductFilter };

@Resolver(() => ProductConnection)
export class ProductConnectionResolver {
  @FieldResolver(() => Int, { description: 'Everything the filter names, not the page.' })
  totalCount(@Root() { filter }: Listed, @Ctx() { em, viewer, now }: RequestContext): Promise<number> {
    return countProducts(em, filter, viewer, now);
  }
}

@Resolver(() => ProductType)
export class ProductResolver {
  @Query(() => ProductType, { nullable: true })
  @Allow('product', 'read')
  product(@Arg('id', () => ID) id: string, @Ctx() { em, viewer }: RequestContext): Promise<ProductRow | null> {
    return productById(em, id, viewer);
  }

  @Query(() => ProductConnection)
  @Allow('product', 'read')
  async products(@Args(() => ProductsArgs) args: ProductsArgs, @Ctx() context: RequestContext): Promise<Listed> {
    const { em, viewer, now } = context;
    const filter = { rule: await ruleOf(context, args.rule, productCatalogue), search: args.search, categoryId: args.categoryId, active: args.active };
    const order = args.orderBy ?? { by: 'name', descending: false };
    const rows = await listProducts(em, filter, order, keysetPage(args), viewer, now);
    return { ...connectionOf(rows, args, (row) => [row.sortValue ?? '', row.id]), filter };
  }

  @Query(() => [ProductCategoryCountType], { complexity: ({ childComplexity }) => 50 * childComplexity })
  @Allow('product', 'read')
  productCategories(@Ctx() { em, viewer }: RequestContext): Promise<CategoryRow[]> {
    return listCategories(em, viewer);
  }

  @FieldResolver(() => MoneyType, { nullable: true })
  listPrice(@Root() product: ProductRow): MoneyType | null {
    return money(product.listPrice, product.currency);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'Null as well to one who may not read margins.' })
  cost(@Root() product: ProductRow): MoneyType | null {
    return money(product.cost, product.currency);
  }
}
