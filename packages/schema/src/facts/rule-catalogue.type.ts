import type { FactReference, FactType, FactUnit } from '@orbita/domain/facts';
import type { Operator, Rule } from '@orbita/domain/rules';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Json } from '#scalars';

export const RuleSubjectEnum = { customer: 'customer', contact: 'contact', lead: 'lead', opportunity: 'opportunity', order: 'order', activity: 'activity', product: 'product', user: 'user', segment: 'segment', audit: 'audit' } as const;
registerEnumType(RuleSubjectEnum, { name: 'RuleSubject', description: 'What a rule may be about.' });

export const RuleTruthEnum = { HOLDS: 'HOLDS', FAILS: 'FAILS', UNKNOWN: 'UNKNOWN' } as const;
registerEnumType(RuleTruthEnum, { name: 'RuleTruth', description: 'A rule answers in three values; it holds only when true.' });

@ObjectType()
export class RuleValue {
  @Field(() => String) value!: string;
  @Field(() => String) label!: string;
}

@ObjectType({ description: 'What a rule can compare: a fact, or a field of related rows.' })
export class RuleField {
  @Field(() => String) key!: string;
  @Field(() => String, { description: "In the viewer's language." }) label!: string;
  @Field(() => String, { description: 'integer, enum, instant, boolean, set, id or text.' }) type!: FactType;
  @Field(() => String, { nullable: true, description: 'How an integer is read: money (minor units), count, percent, days, score.' })
  unit!: FactUnit | null;
  @Field(() => Int, { description: 'An integer counts the last of so many digits after the point.' }) decimals!: number;
  @Field(() => [String], { complexity: 1, description: 'What may be asked of it.' }) operators!: Operator[];
  @Field(() => [RuleValue], { nullable: true, complexity: ({ childComplexity }) => 5 * childComplexity, description: 'Members of a closed enum.' })
  values!: RuleValue[] | null;
  @Field(() => String, { nullable: true, description: 'What an id points at: user, team, partner, product…' }) references!: FactReference | null;
  @Field(() => String, { nullable: true, description: 'What a missing value says; null when it is never missing.' }) nullMeans!: string | null;
  @Field(() => Boolean, { description: 'Shown and sorted by, but no rule may read it.' }) displayOnly!: boolean;
}

@ObjectType({ description: 'Rows of the subject that a rule can look into: some or none of them.' })
export class RuleRelation {
  @Field(() => String) name!: string;
  @Field(() => String) label!: string;
  @Field(() => [RuleField], { complexity: ({ childComplexity }) => 7 * childComplexity }) fields!: RuleField[];
}

@ObjectType({ description: 'Everything that a rule of this viewer can read today.' })
export class RuleCatalogue {
  @Field(() => [RuleField], { complexity: ({ childComplexity }) => 60 * childComplexity }) facts!: RuleField[];
  @Field(() => [RuleRelation], { complexity: ({ childComplexity }) => 4 * childComplexity }) relations!: RuleRelation[];
}

@ObjectType({ description: 'One node of a rule, in the order of the tree.' })
export class ExplainedRule {
  @Field(() => String, { description: 'Where in the rule: and.1.not; empty is the whole.' }) path!: string;
  @Field(() => Int) depth!: number;
  @Field(() => Json) rule!: Rule;
  @Field(() => String, { description: "As a person reads it, in the viewer's language." }) text!: string;
  @Field(() => RuleTruthEnum) truth!: keyof typeof RuleTruthEnum;
  @Field(() => Json, { nullable: true, description: 'What the predicate found.' }) value!: unknown;
  @Field(() => Boolean, { description: 'One of the reasons for the truth of the whole.' }) deciding!: boolean;
}
