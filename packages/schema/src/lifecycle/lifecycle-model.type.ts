import type { Rule } from '@orbita/domain/rules';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime, Json } from '#scalars';

@ObjectType({ description: 'What announces the next stage.' })
export class LifecycleSignal {
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true, description: 'Its rule as a person reads it; null where no fact can tell.' }) ruleText!: string | null;
}

@ObjectType({ description: 'What a stage is held to.' })
export class LifecycleBound {
  @Field(() => String) text!: string;
  @Field(() => String, { nullable: true, description: 'What it measures, such as medianDays; null where it is words only.' }) measure!: string | null;
}

@ObjectType({ description: 'Where the relationship with a customer can stand, and how he is treated there. Texts are in the viewer\'s language.' })
export class LifecycleStage {
  @Field(() => String) key!: string;
  @Field(() => String) name!: string;
  @Field(() => Int, { description: 'Its place in display order, from 1.' }) place!: number;
  @Field(() => String) strategy!: string;
  @Field(() => [LifecycleSignal], { complexity: ({ childComplexity }) => 2 * childComplexity }) signals!: LifecycleSignal[];
  @Field(() => [LifecycleBound], { complexity: ({ childComplexity }) => 2 * childComplexity }) bounds!: LifecycleBound[];
  @Field(() => Int, { nullable: true, description: 'Act when its NPS is below.' }) npsBound!: number | null;
  @Field(() => Int, { description: 'First response, in working hours.' }) slaHours!: number;
  @Field(() => Int, { description: 'What counts as normal per call.' }) talkMinutes!: number;
  @Field(() => Json, { description: 'Who enters.' }) rule!: Rule;
  @Field(() => String) ruleText!: string;
}

@ObjectType({ description: 'How far customers have been judged anew after an edit.' })
export class ModelJudging {
  @Field(() => Int) judged!: number;
  @Field(() => Int) total!: number;
}

@ObjectType('LifecycleModel', { description: 'One way of reading the relationship: stages in display order; the first in evaluation order whose rule holds is the stage.' })
export class LifecycleModelType {
  @Field(() => ID) id!: string;
  @Field(() => String) key!: string;
  @Field(() => String, { description: "In the viewer's language." }) name!: string;
  @Field(() => Boolean, { description: 'One of those that ship with the product.' }) shipped!: boolean;
  @Field(() => Boolean, { description: 'Customers stand in it.' }) active!: boolean;
  @Field(() => Int) version!: number;
  @Field(() => DateTime) updatedAt!: string;
  @Field(() => ModelJudging, { nullable: true, description: 'While an edit is being carried out.' }) judging!: ModelJudging | null;
  @Field(() => [LifecycleStage], { complexity: ({ childComplexity }) => 5 * childComplexity }) stages!: LifecycleStage[];
  @Field(() => Json, { description: 'The whole model as it is edited: texts in both languages, rules, orders, bounds.' }) definition!: unknown;
  @Field(() => Json, { description: 'What it and its stages are called, in both languages.' }) labels!: unknown;
  @Field(() => Boolean) viewerCanUpdate!: boolean;
}
