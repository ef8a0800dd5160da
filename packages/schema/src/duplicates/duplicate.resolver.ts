import type { CustomerRow } from '@orbita/database/customers';
import {
  countDuplicatePairs, type DuplicatePairFilter, type DuplicatePairRow, findDuplicates, hangingTogether, latestDuplicateScan, listDuplicatePairs,
} from '@orbita/database/duplicates';
import { draftProfile, type DuplicateReason, duplicateReasonLabels } from '@orbita/domain/duplicates';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { CreateCustomerInput, customerReader, CustomerType } from '#customers';
import { type Connection, connectionOf, keysetPage } from '#paging';
import { Allow, batched, type RequestContext, ruleOf } from '#request';
import {
  DuplicatePairConnection, DuplicatePairsArgs, DuplicatePairType, DuplicateReasonType, DuplicateScanType, PossibleDuplicateType,
} from './duplicate.type.ts';

type Listed = Connection<DuplicatePairRow> & { filter: DuplicatePairFilter };

@Resolver(() => DuplicatePairConnection)
export class DuplicatePairConnectionResolver {
  @FieldResolver(() => Int, { description: 'Everything the filter names, not the page.' })
  totalCount(@Root() { filter }: Listed, @Ctx() { em, viewer, now }: RequestContext): Promise<number> {
    return countDuplicatePairs(em, filter, viewer, now);
  }
}

@Resolver(() => DuplicatePairType)
export class DuplicateResolver {
  @Query(() => [PossibleDuplicateType], {
    complexity: ({ childComplexity }) => 20 + childComplexity,
    description: 'Who may be this customer already, the likeliest first; to ask while he is being typed: what is not whole yet is left out.',
  })
  @Allow('customer', 'create')
  async possibleDuplicates(
    @Arg('input', () => CreateCustomerInput) input: CreateCustomerInput, @Ctx() { em, viewer, company }: RequestContext,
  ): Promise<PossibleDuplicateType[]> {
    const profile = draftProfile(input, company);
    return profile ? (await findDuplicates(em, profile, viewer)) as unknown as PossibleDuplicateType[] : [];
  }

  @Query(() => DuplicatePairConnection, {
    description: 'Customers who may be one, the likeliest first, for those who may change both.',
  })
  @Allow('customer', 'update')
  async duplicatePairs(@Args(() => DuplicatePairsArgs) args: DuplicatePairsArgs, @Ctx() context: RequestContext): Promise<Listed> {
    const { em, viewer, now } = context;
    const { state, customerId, search } = args;
    const filter = { state, customerId, search, rule: await ruleOf(context, args.rule) };
    const rows = await listDuplicatePairs(em, filter, keysetPage(args), viewer, now);
    return { ...connectionOf(rows, args, (row) => [row.sortValue, row.id]), filter };
  }

  @Query(() => DuplicateScanType, { nullable: true, description: 'The scan that is under way, else the last one.' })
  @Allow('customer', 'update')
  duplicateScan(@Ctx() { em, viewer }: RequestContext): Promise<DuplicateScanType | null> {
    return latestDuplicateScan(em, viewer);
  }

  @FieldResolver(() => CustomerType)
  customer(@Root() { customerId }: DuplicatePairRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow | null> {
    return customerReader(context, customerId, info);
  }

  @FieldResolver(() => CustomerType)
  other(@Root() { otherId }: DuplicatePairRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow | null> {
    return customerReader(context, otherId, info);
  }

  @FieldResolver(() => [CustomerType], {
    complexity: ({ childComplexity }) => 2 + 2 * childComplexity,
    description: 'Whoever hangs together with these two through other open pairs, the nearest first: all of them may be one. As many as can be merged with the two at once.',
  })
  async others(@Root() { id }: DuplicatePairRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow[]> {
    const found = await batched(context, 'hangingTogether', id, (ids) => hangingTogether(context.em, ids, context.viewer));
    const others = await Promise.all((found?.others ?? []).map((other) => customerReader(context, other, info)));
    return others.filter((other) => other !== null);
  }

  @FieldResolver(() => [DuplicateReasonType], { complexity: 1, description: 'The strongest first.' })
  reasons(@Root() { reasons }: DuplicatePairRow): readonly DuplicateReason[] {
    return reasons;
  }
}

@Resolver(() => DuplicateReasonType)
export class DuplicateReasonResolver {
  @FieldResolver(() => String)
  label(@Root() { kind }: DuplicateReason, @Ctx() { viewer }: RequestContext): string {
    return duplicateReasonLabels[kind][viewer.language];
  }
}
