import { type ActivityRow, countActivities, listActivities } from '@orbita/database/activities';
import type { CustomerRow } from '@orbita/database/customers';
import type { NotificationRow } from '@orbita/database/inbox';
import { countLeads, leadById, type LeadFilter, type LeadRow, leadsByIds, listLeads } from '@orbita/database/leads';
import { may, mayReadMarked } from '@orbita/domain/access';
import { adviceOf, leadCatalogue, nothingKnown, type Qualification } from '@orbita/domain/leads';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { ActivityConnection, NotificationType } from '#activities';
import { costOfValues, CustomValuesArgs, CustomValueType, sortedBy, tellCustomValues } from '#custom-fields';
import { customerReader, CustomerType } from '#customers';
import { type Connection, connectionOf, keysetPage, PageArgs, pageSize } from '#paging';
import { Allow, batched, type RequestContext, ruleOf, selectedFields } from '#request';
import { money, MoneyType } from '#scalars';
import { type LeadAdvice, LeadBudgetType, LeadConnection, LeadQualificationType, LeadsArgs, LeadType } from './lead.type.ts';

type Listed = Connection<LeadRow> & { filter: LeadFilter };
const complexity = ({ args, childComplexity }: { args: PageArgs; childComplexity: number }) => pageSize(args).size * childComplexity;

@Resolver(() => LeadConnection)
export class LeadConnectionResolver {
  @FieldResolver(() => Int, { description: 'Everything the filter names, not the page.' })
  totalCount(@Root() { filter }: Listed, @Ctx() { em, viewer, now }: RequestContext): Promise<number> {
    return countLeads(em, filter, viewer, now);
  }
}

@Resolver(() => LeadType)
export class LeadResolver {
  @Query(() => LeadType, { nullable: true })
  @Allow('lead', 'read')
  lead(@Arg('id', () => ID) id: string, @Ctx() { em, viewer }: RequestContext, @Info() info: GraphQLResolveInfo): Promise<LeadRow | null> {
    return leadById(em, id, selectedFields(info), viewer);
  }

  @Query(() => LeadConnection, { complexity })
  @Allow('lead', 'read')
  async leads(@Args(() => LeadsArgs) args: LeadsArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<Listed> {
    const { search, statuses, mine, unowned, customerId } = args;
    return page(args, { rule: await ruleOf(context, args.rule, leadCatalogue), search, statuses, mine, unowned, customerId }, context, info);
  }

  @FieldResolver(() => CustomerType, { description: 'Whose it is; if he was merged, the one he was merged into.' })
  customer(@Root() lead: LeadRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow | null> {
    return customerReader(context, lead.customerId, info);
  }

  @FieldResolver(() => [CustomValueType], { complexity: costOfValues, description: "The company's own fields, in their order, each with what it holds." })
  customValues(@Root() { customValues = [] }: LeadRow, @Args(() => CustomValuesArgs) { names }: CustomValuesArgs, @Ctx() context: RequestContext): CustomValueType[] {
    return tellCustomValues(names ? customValues.filter(({ name }) => names.includes(name)) : customValues, context);
  }

  @FieldResolver(() => LeadQualificationType)
  qualification(@Root() lead: LeadRow, @Ctx() { viewer }: RequestContext): Qualification {
    const known = knownOf(lead);
    if (mayReadMarked(viewer.role, 'personal')) return known;
    const { need, budget, authority, timing } = known;
    return { need: { ...need, note: null }, budget: { ...budget, note: null }, authority: { ...authority, note: null }, timing: { ...timing, note: null } };
  }

  @FieldResolver(() => String, { description: 'What the answers advise: QUALIFY, RECYCLE, DISQUALIFY or ASK.' })
  advice(@Root() lead: LeadRow): LeadAdvice {
    return adviceOf(knownOf(lead));
  }

  @FieldResolver(() => Boolean)
  viewerCanUpdate(@Root() lead: LeadRow, @Ctx() { viewer }: RequestContext): boolean {
    return may(viewer, 'lead', 'update', lead);
  }

  @FieldResolver(() => ActivityConnection, { complexity, description: 'What was said since, through every channel; the latest first.' })
  async conversation(@Root() lead: LeadRow, @Args(() => PageArgs) args: PageArgs, @Ctx() { em, viewer, now }: RequestContext): Promise<Connection<ActivityRow>> {
    const filter = { customerId: lead.customerId, since: new Date(lead.capturedAt).toISOString(), kinds: ['CALL', 'MEETING', 'EMAIL', 'MESSAGE'] as const };
    const rows = await listActivities(em, filter, keysetPage(args), viewer, now);
    const count = () => countActivities(em, filter, viewer, now);
    return { ...connectionOf(rows, args, (row) => [row.occurredAt, row.id]), count } as Connection<ActivityRow>;
  }
}

/** What is known of a lead; answers that were never asked are unknown. */
const knownOf = ({ qualification }: LeadRow): Qualification => ({
  need: { ...nothingKnown.need, ...qualification.need }, budget: { ...nothingKnown.budget, ...qualification.budget },
  authority: { ...nothingKnown.authority, ...qualification.authority }, timing: { ...nothingKnown.timing, ...qualification.timing },
});

@Resolver(() => LeadBudgetType)
export class LeadBudgetResolver {
  @FieldResolver(() => MoneyType, { nullable: true, description: "In the company's currency; null to one who may not read amounts." })
  amount(@Root() { amount }: Qualification['budget'], @Ctx() { company }: RequestContext): MoneyType | null {
    return money(amount, company.currency);
  }
}

@Resolver(() => CustomerType)
export class CustomerLeadsResolver {
  @FieldResolver(() => LeadConnection, { complexity, description: 'The latest first; empty to one who may not read leads.' })
  leads(
    @Root() customer: CustomerType, @Args(() => PageArgs) args: PageArgs, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<Listed> {
    return page({ ...args, orderBy: 'CAPTURED' }, { customerId: customer.id }, context, info);
  }
}

@Resolver(() => NotificationType)
export class NotifiedLeadResolver {
  @FieldResolver(() => LeadType, { nullable: true })
  lead(@Root() line: NotificationRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<LeadRow | null> | null {
    const { em, viewer } = context;
    const select = selectedFields(info);
    return line.leadId ? batched(context, info.fieldNodes, line.leadId, (ids) => leadsByIds(em, ids, select, viewer)) : null;
  }
}

type Asked = PageArgs & Pick<LeadsArgs, 'orderBy' | 'orderByCustom'>;

async function page({ orderBy: order, orderByCustom, ...args }: Asked, filter: LeadFilter, context: RequestContext, info: GraphQLResolveInfo): Promise<Listed> {
  const { em, viewer, now } = context;
  const own = orderByCustom ? { field: await sortedBy('LEAD', orderByCustom.name, 'orderByCustom', context), descending: orderByCustom.descending } : {};
  const rows = await listLeads(em, filter, { ...keysetPage(args), order, ...own }, selectedFields(info, ['edges', 'node']), viewer, now);
  return { ...connectionOf(rows, args, (row) => [row.sortValue, row.id]), filter };
}
