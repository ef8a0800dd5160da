import type { CustomerRow } from '@orbita/database/customers';
import {
  checkNow, countQualityQueue, type CustomerQualityRow, type FailingCheck, failingChecks, listQualityQueue, qualityColumn, type QualityFigures, qualityFigures,
  type QualityGroup, type QualityGrouping, qualityGroups, type QualityQueueFilter, type QualityQueueRow,
} from '@orbita/database/quality';
import { customerSourceLabels } from '@orbita/domain/customers';
import { type QualityCheck, qualityCheck, qualityChecks } from '@orbita/domain/quality';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { customerAnswer, customerReader, CustomerResult, CustomerType } from '#customers';
import { type Connection, connectionOf, keysetPage } from '#paging';
import { Allow, decide, type RequestContext, ruleOf, told, ToldWithParent } from '#request';
import {
  CustomerQualityType, Grouping, QualityCheckType, QualityFailureType, QualityGroupType, QualityOverviewType, QualityQueueArgs, QualityQueueConnection, QualityQueueItem,
} from './quality.type.ts';

type Listed = Connection<QualityQueueRow> & { filter: QualityQueueFilter };

/** A check that an earlier version had is told no more. */
const known = (keys: readonly string[]): QualityCheck[] => keys.flatMap((key) => qualityCheck(key) ?? []);
const stillThere = (failing: readonly FailingCheck[]): FailingCheck[] => failing.filter(({ check }) => qualityCheck(check));

@Resolver(() => QualityCheckType)
export class QualityCheckResolver {
  @Query(() => [QualityCheckType], { description: 'Everything that should hold, the weightiest first.' })
  @Allow('customer', 'read')
  qualityChecks(): readonly QualityCheck[] {
    return qualityChecks;
  }

  @FieldResolver(() => String, { description: "In the viewer's language." })
  label(@Root() { label }: QualityCheck, @Ctx() { viewer }: RequestContext): string {
    return label[viewer.language];
  }

  @FieldResolver(() => String, { description: "What to do about it, in the viewer's language." })
  advice(@Root() { advice }: QualityCheck, @Ctx() { viewer }: RequestContext): string {
    return advice[viewer.language];
  }
}

@Resolver(() => CustomerQualityType)
export class CustomerQualityResolver {
  @FieldResolver(() => [QualityCheckType], { complexity: ({ childComplexity }) => 5 * childComplexity, description: 'What fails, the weightiest first.' })
  missing(@Root() { missing }: CustomerQualityRow): QualityCheck[] {
    return known(missing);
  }
}

@Resolver(() => CustomerType)
export class QualityOfCustomerResolver {
  @FieldResolver(() => CustomerQualityType, { nullable: true, complexity: 2, description: 'Null before he was looked at, and for those who may not read how he is reached.' })
  @ToldWithParent((_, { viewer }) => qualityColumn(viewer))
  quality(@Root() customer: CustomerRow, @Info() info: GraphQLResolveInfo): CustomerQualityRow | null {
    return told(customer, info);
  }
}

@Resolver()
export class CheckQualityResolver {
  @Mutation(() => CustomerResult, { description: 'Judges his data now; without being asked that is done within the minute.' })
  @Allow('customer', 'update')
  checkCustomerQuality(@Arg('id', () => ID) id: string, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return decide(context, (em) => checkNow(em, id, context.viewer, context.now), (done) => customerAnswer(context, done, info));
  }
}

@Resolver(() => QualityFailureType)
export class QualityFailureResolver {
  @FieldResolver(() => QualityCheckType)
  check(@Root() { check }: FailingCheck): QualityCheck {
    return qualityCheck(check)!;
  }
}

@Resolver(() => QualityGroupType)
export class QualityGroupResolver {
  @FieldResolver(() => String, { nullable: true, description: 'What it is called; null: none.' })
  name(@Root() { key, name }: QualityGroup, @Ctx() { viewer }: RequestContext): string | null {
    return name ?? (key === null ? null : customerSourceLabels[key as keyof typeof customerSourceLabels]?.[viewer.language] ?? key);
  }

  @FieldResolver(() => [QualityFailureType])
  failing(@Root() { failing }: QualityGroup): FailingCheck[] {
    return stillThere(failing);
  }
}

@Resolver(() => QualityOverviewType)
export class QualityOverviewResolver {
  @Query(() => QualityOverviewType, { complexity: ({ childComplexity }) => 20 + childComplexity })
  @Allow('customer', 'read')
  qualityOverview(@Ctx() { em, viewer }: RequestContext): Promise<QualityFigures> {
    return qualityFigures(em, viewer);
  }

  @FieldResolver(() => [QualityFailureType], { complexity: ({ childComplexity }) => 20 + 10 * childComplexity, description: 'How many fail each check, the most first.' })
  async checks(@Ctx() { em, viewer }: RequestContext): Promise<FailingCheck[]> {
    return stillThere(await failingChecks(em, viewer));
  }

  @FieldResolver(() => [QualityGroupType], { complexity: ({ childComplexity }) => 20 + 10 * childComplexity, description: 'The same for each source, owner or team; at most fifty, the greatest.' })
  groups(@Arg('by', () => Grouping) by: QualityGrouping, @Ctx() { em, viewer }: RequestContext): Promise<QualityGroup[]> {
    return qualityGroups(em, by, viewer);
  }
}

@Resolver(() => QualityQueueConnection)
export class QualityQueueConnectionResolver {
  @FieldResolver(() => Int, { description: 'Everything the filter names, not the page.' })
  totalCount(@Root() { filter }: Listed, @Ctx() { em, viewer, now }: RequestContext): Promise<number> {
    return countQualityQueue(em, filter, viewer, now);
  }
}

@Resolver(() => QualityQueueItem)
export class QualityQueueResolver {
  @Query(() => QualityQueueConnection, {
    description: 'Customers of whom something is missing, for those who may mend it: the worst of the most valuable first.',
  })
  @Allow('customer', 'update')
  async qualityQueue(@Args(() => QualityQueueArgs) args: QualityQueueArgs, @Ctx() context: RequestContext): Promise<Listed> {
    const { em, viewer, now } = context;
    const { check, source, ownerId, search } = args;
    const filter = { check, source, ownerId, search, rule: await ruleOf(context, args.rule) };
    const rows = await listQualityQueue(em, filter, keysetPage(args), viewer, now);
    return { ...connectionOf(rows, args, (row) => [row.sortValue, row.id]), filter };
  }

  @FieldResolver(() => CustomerType)
  customer(@Root() { id }: QualityQueueRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow | null> {
    return customerReader(context, id, info);
  }
}
