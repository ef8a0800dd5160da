import { type RoutingStrategy, routingStrategies } from '@orbita/domain/leads';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RefusalType } from '#refusals';
import { Decimal, Json } from '#scalars';

const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
const AssignTo = byName(['OWNER', 'USERS', 'TEAM'] as const);
registerEnumType(AssignTo, { name: 'RoutingAssignTo', description: "The customer's owner, one of some people, or one of a team." });
const Strategy = byName(routingStrategies);
registerEnumType(Strategy, { name: 'RoutingStrategy', description: 'Who has least to do, or whose turn it is.' });
const nullable = true;

@ObjectType('RoutingRule', { description: 'Which leads go to whom; asked in their order.' })
export class RoutingRuleType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => Int) position!: number;
  @Field(() => Json, { description: "Over the lead's and its customer's facts." }) rule!: unknown;
  @Field(() => [String], { complexity: 1, description: 'ISO 3166 of the customers; empty for everywhere.' }) territories!: string[];
  @Field(() => [String], { complexity: 1, description: 'All of which one must have.' }) skills!: string[];
  @Field(() => AssignTo) assignTo!: keyof typeof AssignTo;
  @Field(() => [ID], { complexity: 1 }) userIds!: string[];
  @Field(() => ID, { nullable }) teamId!: string | null;
  @Field(() => Strategy, { nullable }) strategy!: RoutingStrategy | null;
  @Field(() => Boolean) active!: boolean;
  @Field(() => Int) version!: number;
}

@InputType()
export class CreateRoutingRuleInput {
  @Field(() => String) name!: string;
  @Field(() => Json, { nullable, description: 'All leads when not given.' }) rule?: unknown;
  @Field(() => [String], { nullable }) territories?: string[];
  @Field(() => Decimal, { nullable, description: "Of the lead's budget, in the company's currency, included." }) minimumValue?: string | null;
  @Field(() => Decimal, { nullable }) maximumValue?: string | null;
  @Field(() => [String], { nullable }) skills?: string[];
  @Field(() => AssignTo) assignTo!: keyof typeof AssignTo;
  @Field(() => [ID], { nullable }) userIds?: string[];
  @Field(() => ID, { nullable }) teamId?: string | null;
  @Field(() => Strategy, { nullable }) strategy?: RoutingStrategy | null;
  @Field(() => Boolean, { nullable }) active?: boolean;
}

@InputType()
export class DeleteRoutingRuleInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class UpdateRoutingRuleInput extends CreateRoutingRuleInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@ObjectType()
export class RoutingRuleResult {
  @Field(() => RoutingRuleType, { nullable }) routingRule?: RoutingRuleType | null;
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}

@ObjectType()
export class RoutingRulesResult {
  @Field(() => [RoutingRuleType], { nullable, complexity: ({ childComplexity }) => 20 * childComplexity, description: 'As they stand now.' })
  routingRules?: RoutingRuleType[] | null;
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}
