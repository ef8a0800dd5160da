import { Field, Int, ObjectType } from 'type-graphql';
import { DateTime } from '#scalars';
import { LifecycleStage } from './lifecycle-model.type.ts';

@ObjectType({ description: 'One of the predicates that decided.' })
export class StageReason {
  @Field(() => String, { nullable: true, description: 'The fact that it reads.' }) fact!: string | null;
  @Field(() => String, { description: "As a person reads it, in the viewer's language." }) text!: string;
  @Field(() => Boolean, { description: 'Whether it held; below a negation it decides by not holding.' }) holds!: boolean;
  @Field(() => String, { nullable: true, description: 'What it read, as text; null where nothing was known, or one may not read it.' })
  value!: string | null;
}

@ObjectType({ description: 'A lifecycle model, by name.' })
export class ModelNamed {
  @Field(() => String) key!: string;
  @Field(() => String) name!: string;
}

@ObjectType({ description: 'Where a customer stands in a model, since when and why.' })
export class CustomerStage {
  @Field(() => ModelNamed) model!: ModelNamed;
  @Field(() => LifecycleStage) stage!: LifecycleStage;
  @Field(() => LifecycleStage, { nullable: true, description: 'Where he stood before; null when nowhere yet.' }) previous!: LifecycleStage | null;
  @Field(() => DateTime) since!: string;
  @Field(() => Int, { description: 'Whole days since then.' }) days!: number;
  @Field(() => [StageReason], { complexity: ({ childComplexity }) => 3 * childComplexity, description: 'Empty where the stage takes whoever is in no other.' })
  because!: StageReason[];
}

@ObjectType({ description: 'One stay of a customer in a stage.' })
export class StageVisit {
  @Field(() => String) stage!: string;
  @Field(() => String) stageName!: string;
  @Field(() => DateTime) enteredAt!: string;
  @Field(() => DateTime, { nullable: true, description: 'Null where he stands now.' }) leftAt!: string | null;
  @Field(() => Int) days!: number;
  @Field(() => [StageReason], { complexity: ({ childComplexity }) => 3 * childComplexity }) because!: StageReason[];
}
