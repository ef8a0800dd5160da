import type { CustomerRow } from '@orbita/database/customers';
import { eraseContact, eraseCustomer, type ErasureRow, keptAbout, listErasures } from '@orbita/database/privacy';
import { may } from '@orbita/domain/access';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { customerAnswer, CustomerResult, CustomerType } from '#customers';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { EraseContactInput, EraseCustomerInput, ErasureType, PersonalDataKeptType } from './privacy.type.ts';

const most = 100;

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

  @Query(() => [ErasureType], { complexity: ({ childComplexity }) => 20 + childComplexity, description: 'Who was erased, the latest first.' })
  @Allow('privacy', 'read')
  erasures(@Arg('first', () => Int, { defaultValue: 50 }) first: number, @Ctx() { em, viewer }: RequestContext): Promise<ErasureRow[]> {
    return listErasures(em, Math.max(1, Math.min(first, most)), viewer);
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
