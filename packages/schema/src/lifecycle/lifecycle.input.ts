import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RefusalType } from '#refusals';
import { Json } from '#scalars';
import { LifecycleModelType } from './lifecycle-model.type.ts';

@InputType({ description: 'A text in both languages of the interface.' })
export class BilingualInput {
  @Field(() => String) en!: string;
  @Field(() => String) es!: string;
}

@InputType()
export class CreateLifecycleModelInput {
  @Field(() => BilingualInput) name!: BilingualInput;
  @Field(() => ID, { nullable: true, description: 'The model to begin with; one stage that takes everybody when not given.' }) copyOf?: string | null;
}

@InputType()
export class ActivateLifecycleModelInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}
@InputType() export class DeactivateLifecycleModelInput extends ActivateLifecycleModelInput {}
@InputType()
export class UpdateLifecycleModelInput extends ActivateLifecycleModelInput {
  @Field(() => Json, { description: 'The whole model, as `definition` gives it.' }) model!: unknown;
}

@ObjectType()
class LifecycleModelResult {
  @Field(() => LifecycleModelType, { nullable: true }) lifecycleModel?: LifecycleModelType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
@ObjectType() export class CreateLifecycleModelResult extends LifecycleModelResult {}
@ObjectType() export class UpdateLifecycleModelResult extends LifecycleModelResult {}
@ObjectType() export class ActivateLifecycleModelResult extends LifecycleModelResult {}
@ObjectType() export class DeactivateLifecycleModelResult extends LifecycleModelResult {}
