import {
  activateProduct, createProduct, deactivateProduct, listCategories, productById, renameProductCategory, updateProduct,
} from '@orbita/database/catalog';
import { once } from '@orbita/database/requests';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import {
  ActivateProductInput, CreateProductInput, DeactivateProductInput, ProductCategoryResult, ProductResult, RenameProductCategoryInput,
  UpdateProductInput,
} from './product.type.ts';

const read = ({ em, viewer }: RequestContext) => async (id: string) => ({ product: await productById(em, id, viewer) });

@Resolver()
export class WriteProductResolver {
  @Mutation(() => ProductResult)
  @Allow('product', 'create')
  createProduct(
    @Arg('input', () => CreateProductInput) input: CreateProductInput, @Ctx() context: RequestContext,
    @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Promise<object> {
    const writing = writingOf(context);
    const asked = { principal: context.viewer.userId, key: key ?? context.idempotencyKey, input: ['createProduct', input], now: context.now };
    return decide(context, (em) => once(em, asked, () => createProduct(em, input, writing)), read(context));
  }

  @Mutation(() => ProductResult)
  @Allow('product', 'update')
  updateProduct(@Arg('input', () => UpdateProductInput) input: UpdateProductInput, @Ctx() context: RequestContext): Promise<object> {
    const writing = writingOf(context);
    return decide(context, (em) => updateProduct(em, input, writing), read(context), () => read(context)(input.id));
  }

  @Mutation(() => ProductResult, { description: 'Takes it out of what can be sold; what was sold of it stays.' })
  @Allow('product', 'update')
  deactivateProduct(
    @Arg('input', () => DeactivateProductInput) input: DeactivateProductInput, @Ctx() context: RequestContext,
  ): Promise<object> {
    const writing = writingOf(context);
    return decide(context, (em) => deactivateProduct(em, input, writing), read(context), () => read(context)(input.id));
  }

  @Mutation(() => ProductResult, { description: 'Puts it back among what can be sold.' })
  @Allow('product', 'update')
  activateProduct(
    @Arg('input', () => ActivateProductInput) input: ActivateProductInput, @Ctx() context: RequestContext,
  ): Promise<object> {
    const writing = writingOf(context);
    return decide(context, (em) => activateProduct(em, input, writing), read(context), () => read(context)(input.id));
  }

  @Mutation(() => ProductCategoryResult, { description: 'What is in it stays in it.' })
  @Allow('product', 'update')
  renameProductCategory(
    @Arg('input', () => RenameProductCategoryInput) input: RenameProductCategoryInput, @Ctx() context: RequestContext,
  ): Promise<object> {
    const readCategory = async (id: string) => ({ category: (await listCategories(context.em, context.viewer)).find((each) => each.id === id) ?? null });
    return decide(context, (em) => renameProductCategory(em, input, writingOf(context)), readCategory);
  }
}
