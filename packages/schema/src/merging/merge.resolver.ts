import type { CustomerRow } from '@orbita/database/customers';
import { mergeCustomers, mergedFromColumn, type MergedRow, type MergePreview, mergePreview, unmergeCustomers } from '@orbita/database/merging';
import { once } from '@orbita/database/requests';
import { may } from '@orbita/domain/access';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { customerAnswer, customerReader, CustomerResult, CustomerType } from '#customers';
import { Allow, decide, type RequestContext, told, ToldWithParent, writingOf } from '#request';
import { MergeCustomersInput, MergedCustomer, MergePreviewType, UnmergeCustomersInput } from './merge.type.ts';

type Answer = Promise<object>;

@Resolver()
export class MergeResolver {
  @Query(() => MergePreviewType, { nullable: true, description: 'Two customers or more side by side, ten at most; null for one who may not change all of them.' })
  @Allow('customer', 'update')
  mergePreview(
    @Arg('ids', () => [ID]) ids: string[], @Ctx() { em, viewer, now }: RequestContext,
  ): Promise<MergePreview | null> {
    return mergePreview(em, ids, viewer, now);
  }

  @Mutation(() => CustomerResult, { description: 'Makes customers one; everything of all is kept, and it can be undone.' })
  @Allow('customer', 'update')
  mergeCustomers(
    @Arg('input', () => MergeCustomersInput) input: MergeCustomersInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
    @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Answer {
    const read = (id: string) => customerAnswer(context, id, info);
    return decide(context, (em) => once(em, onceFor(context, key, { mergeCustomers: input }), () =>
      mergeCustomers(em, input, writingOf(context))), read, () => read(input.survivorId));
  }

  @Mutation(() => CustomerResult, { description: 'Takes merges back, the latest first: the others are customers of their own again, with everything they held. Answers the one who stayed.' })
  @Allow('customer', 'update')
  unmergeCustomers(
    @Arg('input', () => UnmergeCustomersInput) input: UnmergeCustomersInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
    @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Answer {
    const read = (id: string) => customerAnswer(context, id, info);
    return decide(context, (em) => once(em, onceFor(context, key, { unmergeCustomers: input }), () =>
      unmergeCustomers(em, input, writingOf(context))), read, () => read(input.id));
  }
}

@Resolver(() => MergePreviewType)
export class MergePreviewResolver {
  @FieldResolver(() => [CustomerType], { description: 'In the order asked.' })
  customers(@Root() { customers }: MergePreview, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<(CustomerRow | null)[]> {
    return Promise.all(customers.map(({ id }) => customerReader(context, id, info)));
  }
}

@Resolver(() => CustomerType)
export class CustomerMergesResolver {
  @FieldResolver(() => [MergedCustomer], { complexity: 2, description: 'Whoever was merged into him, the latest first.' })
  @ToldWithParent(() => mergedFromColumn)
  mergedFrom(@Root() customer: CustomerRow, @Info() info: GraphQLResolveInfo): MergedRow[] {
    return told(customer, info);
  }

  @FieldResolver(() => Boolean)
  viewerCanMerge(@Root() customer: CustomerRow, @Ctx() { viewer }: RequestContext): boolean {
    return customer.deletedAt === null && customer.erasedAt === null && may(viewer, 'customer', 'update', customer);
  }
}

const onceFor = ({ viewer, idempotencyKey, now }: RequestContext, key: string | undefined, input: unknown) =>
  ({ principal: viewer.userId, key: key ?? idempotencyKey, input, now });
