import type { Em } from '@orbita/database/connection';
import { cancelOrder, markOrderDelivered, markOrderSettled, orderById, placeOrder, returnGoods, terminateContract } from '@orbita/database/orders';
import { once } from '@orbita/database/requests';
import type { Refusal } from '@orbita/domain/refusal';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, selectedFields, writingOf } from '#request';
import { CancelOrderInput, MarkOrderInput, OrderResult, PlaceOrderInput, ReturnGoodsInput, TerminateContractInput } from './order-inputs.ts';

@Resolver()
export class WriteOrderResolver {
  @Mutation(() => OrderResult)
  @Allow('order', 'create')
  placeOrder(
    @Arg('input', () => PlaceOrderInput) input: PlaceOrderInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
    @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Promise<object> {
    const asked = { principal: context.viewer.userId, key: key ?? context.idempotencyKey, input: ['placeOrder', input], now: context.now };
    return answer(context, info, (em) => once(em, asked, () => placeOrder(em, input, writingOf(context))));
  }

  @Mutation(() => OrderResult, { description: 'In full, before it is delivered; it counts no more.' })
  @Allow('order', 'update')
  cancelOrder(
    @Arg('input', () => CancelOrderInput) input: CancelOrderInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answer(context, info, (em) => cancelOrder(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => OrderResult)
  @Allow('order', 'update')
  returnGoods(
    @Arg('input', () => ReturnGoodsInput) input: ReturnGoodsInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
    @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Promise<object> {
    const asked = { principal: context.viewer.userId, key: key ?? context.idempotencyKey, input: ['returnGoods', input], now: context.now };
    return answer(context, info, (em) => once(em, asked, () => returnGoods(em, input, writingOf(context))), input.id);
  }

  @Mutation(() => OrderResult, { description: 'Notice of a running contract was given: it ends then, without grace.' })
  @Allow('order', 'update')
  terminateContract(
    @Arg('input', () => TerminateContractInput) input: TerminateContractInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answer(context, info, (em) => terminateContract(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => OrderResult)
  @Allow('order', 'update')
  markOrderDelivered(
    @Arg('input', () => MarkOrderInput) input: MarkOrderInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answer(context, info, (em) => markOrderDelivered(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => OrderResult, { description: 'Everything was paid.' })
  @Allow('order', 'update')
  markOrderSettled(
    @Arg('input', () => MarkOrderInput) input: MarkOrderInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answer(context, info, (em) => markOrderSettled(em, input, writingOf(context)), input.id);
  }
}

function answer(
  context: RequestContext, info: GraphQLResolveInfo, write: (em: Em) => Promise<string | Refusal>, id?: string,
): Promise<object> {
  const read = async (done: string) => ({ order: await orderById(context.em, done, selectedFields(info, ['order']), context.viewer) });
  return decide(context, write, read, id === undefined ? undefined : () => read(id));
}
