import type { Rule } from '@orbita/domain/rules';
import { Field, Int, ObjectType } from 'type-graphql';
import { Decimal, Json, MoneyType } from '#scalars';

@ObjectType({ description: 'What one predicate of a rule keeps alone, and together with those before it.' })
export class PredicatePreview {
  @Field(() => Json) rule!: Rule;
  @Field(() => String, { description: "As a person reads it, in the viewer's language." }) text!: string;
  @Field(() => Int) alone!: number;
  @Field(() => Int) cumulative!: number;
}

@ObjectType()
export class BreakdownCell {
  @Field(() => [String], { nullable: 'items', complexity: 1 }) keys!: (string | null)[];
  @Field(() => [String], { complexity: 1, description: "In the viewer's language; what is not known says so." }) labels!: string[];
  @Field(() => Int) count!: number;
  @Field(() => MoneyType, { nullable: true }) revenue12m!: MoneyType | null;
}

@ObjectType({ description: 'The members divided by a fact, or by two as a matrix.' })
export class SegmentBreakdown {
  @Field(() => [String], { complexity: 1 }) facts!: string[];
  @Field(() => [BreakdownCell], { complexity: ({ childComplexity }) => 20 * childComplexity }) cells!: BreakdownCell[];
}

@ObjectType({ description: 'Whom a rule means: true, false and unknown add up to all customers that the viewer sees.' })
export class SegmentPreview {
  @Field(() => Int) total!: number;
  @Field(() => Int) holds!: number;
  @Field(() => Int) fails!: number;
  @Field(() => Int) unknown!: number;
  @Field(() => [PredicatePreview], { complexity: ({ childComplexity }) => 10 * childComplexity }) predicates!: PredicatePreview[];
}

@ObjectType()
export class TierCount {
  @Field(() => String) tier!: string;
  @Field(() => Int) count!: number;
}

@ObjectType()
export class ComparedSegment {
  @Field(() => Int) count!: number;
  @Field(() => MoneyType, { nullable: true }) revenue12m!: MoneyType | null;
  @Field(() => MoneyType, { nullable: true }) revenue12mMean!: MoneyType | null;
  @Field(() => Decimal, { nullable: true }) orders12mMean!: string | null;
  @Field(() => [TierCount], { complexity: ({ childComplexity }) => 5 * childComplexity }) tiers!: TierCount[];
}

@ObjectType({ description: 'Two segments side by side.' })
export class SegmentComparison {
  @Field(() => ComparedSegment) a!: ComparedSegment;
  @Field(() => ComparedSegment) b!: ComparedSegment;
  @Field(() => Int, { description: 'Customers in both.' }) overlap!: number;
}
