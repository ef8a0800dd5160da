import { createRoutingRule, deleteRoutingRule, listRoutingRules, type NewRoutingRule, type RoutingRuleRow, sortRoutingRules, updateRoutingRule } from '@orbita/database/leads';
import type { Assignment } from '@orbita/domain/leads';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { money, MoneyType } from '#scalars';
import { minorUnits } from '../minor-units.ts';
import { CreateRoutingRuleInput, DeleteRoutingRuleInput, RoutingRuleResult, RoutingRulesResult, RoutingRuleType, UpdateRoutingRuleInput } from './routing-rule.type.ts';

@Resolver(() => RoutingRuleType)
export class RoutingRuleResolver {
  @Query(() => [RoutingRuleType], { complexity: ({ childComplexity }) => 20 * childComplexity, description: 'In the order in which they are asked.' })
  @Allow('routing', 'read')
  async routingRules(@Ctx() { em, viewer }: RequestContext): Promise<unknown[]> {
    return (await listRoutingRules(em, viewer)).map(shown);
  }

  @Mutation(() => RoutingRuleResult)
  @Allow('routing', 'create')
  createRoutingRule(@Arg('input', () => CreateRoutingRuleInput) input: CreateRoutingRuleInput, @Ctx() context: RequestContext): Promise<object> {
    const rule = ruleOf(input, context);
    return decide(context, async (em) => (isRefused(rule) ? rule : createRoutingRule(em, rule, writingOf(context))), (id) => read(context, id));
  }

  @Mutation(() => RoutingRuleResult)
  @Allow('routing', 'update')
  updateRoutingRule(@Arg('input', () => UpdateRoutingRuleInput) input: UpdateRoutingRuleInput, @Ctx() context: RequestContext): Promise<object> {
    const rule = ruleOf(input, context);
    const { id, expectedVersion } = input;
    return decide(context, async (em) => (isRefused(rule) ? rule : updateRoutingRule(em, { ...rule, id, expectedVersion }, writingOf(context))),
      (done) => read(context, done), () => read(context, id));
  }

  @Mutation(() => RoutingRulesResult)
  @Allow('routing', 'delete')
  deleteRoutingRule(@Arg('input', () => DeleteRoutingRuleInput) input: DeleteRoutingRuleInput, @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => deleteRoutingRule(em, input, writingOf(context)), () => all(context), () => all(context));
  }

  @Mutation(() => RoutingRulesResult, { description: 'Puts them into the order in which they are asked.' })
  @Allow('routing', 'update')
  sortRoutingRules(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: RequestContext): Promise<object> {
    return decide(context, (em) => sortRoutingRules(em, ids, writingOf(context)), () => all(context));
  }

  @FieldResolver(() => MoneyType, { nullable: true })
  minimumValue(@Root() { minimumValue }: RoutingRuleRow, @Ctx() { company }: RequestContext): MoneyType | null {
    return money(minimumValue, company.currency);
  }

  @FieldResolver(() => MoneyType, { nullable: true })
  maximumValue(@Root() { maximumValue }: RoutingRuleRow, @Ctx() { company }: RequestContext): MoneyType | null {
    return money(maximumValue, company.currency);
  }
}

const all = async ({ em, viewer }: RequestContext) => ({ routingRules: (await listRoutingRules(em, viewer)).map(shown) });

const read = async (context: RequestContext, id: string) => ({ routingRule: (await all(context)).routingRules.find((one) => one.id === id) ?? null });

function shown(row: RoutingRuleRow) {
  const { assign } = row;
  return {
    ...row, territories: row.territories ?? [], skills: row.skills ?? [], assignTo: assign?.to ?? 'OWNER', userIds: assign?.to === 'USERS' ? assign.userIds : [],
    teamId: assign?.to === 'TEAM' ? assign.teamId : null, strategy: !assign || assign.to === 'OWNER' ? null : assign.strategy,
  };
}

function ruleOf(input: CreateRoutingRuleInput, { company: { currency } }: RequestContext): NewRoutingRule | Refusal {
  const minimumValue = minorUnits(input.minimumValue, currency, 'minimumValue');
  if (isRefused(minimumValue)) return minimumValue;
  const maximumValue = minorUnits(input.maximumValue, currency, 'maximumValue');
  if (isRefused(maximumValue)) return maximumValue;
  const { name, territories, skills, active } = input;
  return { name, rule: input.rule ?? { and: [] }, territories, skills, minimumValue, maximumValue, assign: assignmentOf(input), active };
}

function assignmentOf({ assignTo, userIds, teamId, strategy }: CreateRoutingRuleInput): Assignment {
  const how = strategy ?? 'LEAST_LOADED';
  switch (assignTo) {
    case 'OWNER': return { to: 'OWNER' };
    case 'USERS': return { to: 'USERS', userIds: userIds ?? [], strategy: how };
    case 'TEAM': return { to: 'TEAM', teamId: teamId ?? '', strategy: how };
    default: return assignTo satisfies never;
  }
}
