import { Field, ID, Int, ObjectType } from 'type-graphql';
import { RefusalType } from '#refusals';
import { LifecycleModelType, LifecycleStage } from './lifecycle-model.type.ts';

@ObjectType({ description: 'A bound of a stage beside what is measured.' })
export class MeasuredBound {
  @Field(() => String) text!: string;
  @Field(() => Int, { nullable: true, description: 'What is measured today; null when it is not measured.' }) measured!: number | null;
  @Field(() => String, { nullable: true, description: 'count, days, minutes, months, percent or score.' }) unit!: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Null when it is not measured: no alarm.' }) met!: boolean | null;
}

@ObjectType({ description: "How a stage does among the viewer's customers." })
export class StageOverview {
  @Field(() => LifecycleStage) stage!: LifecycleStage;
  @Field(() => Int) customers!: number;
  @Field(() => Int, { description: 'Percent of all who stand in the model.' }) share!: number;
  @Field(() => Int, { nullable: true, description: 'Of the stays that ended within a year.' }) medianDays!: number | null;
  @Field(() => Int, { nullable: true, description: 'Of those who stand there now, so far.' }) medianDaysSoFar!: number | null;
  @Field(() => Int, { description: 'Came within 30 days from another stage.' }) entered!: number;
  @Field(() => Int, { description: 'Went on to another within 30 days.' }) departed!: number;
  @Field(() => [MeasuredBound], { complexity: ({ childComplexity }) => 2 * childComplexity }) bounds!: MeasuredBound[];
}

@ObjectType()
export class LifecycleOverview {
  @Field(() => LifecycleModelType) model!: LifecycleModelType;
  @Field(() => Int, { description: 'Customers who stand in the model.' }) customers!: number;
  @Field(() => [StageOverview], { complexity: ({ childComplexity }) => 5 * childComplexity }) stages!: StageOverview[];
}

@ObjectType()
export class StageMoves {
  @Field(() => String, { nullable: true, description: 'Null: stands nowhere in the model yet.' }) from!: string | null;
  @Field(() => String) to!: string;
  @Field(() => Int) customers!: number;
}

@ObjectType()
export class MovingCustomerType {
  @Field(() => ID) id!: string;
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) from!: string | null;
  @Field(() => String) to!: string;
}

@ObjectType({ description: 'What publishing a model would do, among the customers that the viewer sees.' })
export class LifecyclePreview {
  @Field(() => RefusalType, { nullable: true, description: 'Why it could not be published as it is.' }) refusal!: RefusalType | null;
  @Field(() => Int) customers!: number;
  @Field(() => Int, { description: 'How many would move.' }) moving!: number;
  @Field(() => [StageMoves], { complexity: ({ childComplexity }) => 25 * childComplexity, description: 'From where to where, those who stay too.' }) moves!: StageMoves[];
  @Field(() => [MovingCustomerType], { complexity: ({ childComplexity }) => 10 * childComplexity, description: 'Ten of them, those who bought last first.' })
  sample!: MovingCustomerType[];
}
