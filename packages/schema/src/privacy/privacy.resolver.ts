import type { CustomerRow } from '@orbita/database/customers';
import { countErasures, eraseContact, eraseCustomer, type ErasureFilter, type ErasureRow, keptAbout, listErasures } from '@orbita/database/privacy';
import { may } from '@orbita/domain/access';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { customerAnswer, CustomerResult, CustomerType } from '#customers';
import { type Connection, connectionOf, keysetPage } from '#paging';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { EraseContactInput, EraseCustomerInput, ErasureConnection, ErasuresArgs, PersonalDataKeptType } from './privacy.type.ts';

type Listed = Connection<ErasureRow> & { filter: ErasureFilter };

@Resolver(() => ErasureConnection)
export class ErasureConnectionResolver {
  @FieldResolver(() => Int)
  totalCount(@Root() { filter }: Listed, @Ctx() { em, viewer }: RequestContext): Promise<number> {
    return countErasures(em, filter, viewer);
  }
}

@Resolver()
export class PrivacyResolver {
  @Query(() => PersonalDataKeptType, { nullable: true, complexity: 30, description: 'What is kept about a customer, or about one of his contacts.' })
  @Allow('privacy', 'read')
  async personalDataKept(
    @Arg('customerId', () => ID) customerId: string, @Arg('contactId', () => ID, { nullable: true }) contactId: string | null,
    @Ctx() { em, viewer }: RequestContext,
  ): Promise<PersonalDataKeptType | null> {
    const kept = await keptAbout(em, { customerId, contactId }, viewer);
    if (!kept) return null;
    const { tables, ...rest } = kept;
    const kinds = tables.map(({ table: kind, count, erasure }) => ({ kind, count, erasure }));
    return { ...rest, kinds, viewerCanErase: !kept.erased && may(viewer, 'privacy', 'delete') };
  }

  @Query(() => ErasureConnection, { description: 'Who was erased, the latest first.' })
  @Allow('privacy', 'read')
  async erasures(@Args(() => ErasuresArgs) args: ErasuresArgs, @Ctx() { em, viewer }: RequestContext): Promise<Listed> {
    const filter = { reason: args.reason };
    const rows = await listErasures(em, filter, keysetPage(args), viewer);
    return { ...connectionOf(rows, args, (row) => [row.sortValue, row.id]), filter };
  }

  @Mutation(() => CustomerResult, {
    description: 'Erases a person and whoever was merged into him: nothing of his own is left, what he bought still counts. It cannot be taken back.',
  })
  @Allow('privacy', 'delete')
  eraseCustomer(@Arg('input', () => EraseCustomerInput) input: EraseCustomerInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return decide(context, (em) => eraseCustomer(em, input, writingOf(context)), () => customerAnswer(context, input.customerId, info));
  }

  @Mutation(() => CustomerResult, { description: 'Erases a person who acts for a customer; the customer stays. It cannot be taken back.' })
  @Allow('privacy', 'delete')
  eraseContact(@Arg('input', () => EraseContactInput) input: EraseContactInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return decide(context, (em) => eraseContact(em, input, writingOf(context)), () => customerAnswer(context, input.customerId, info));
  }
}

@Resolver(() => CustomerType)
export class CustomerPrivacyResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may see what is kept about him, hand it out and erase him.' })
  viewerCanSeePrivacy(@Root() customer: CustomerRow, @Ctx() { viewer }: RequestContext): boolean {
    return may(viewer, 'privacy', 'read', customer);
  }
}
