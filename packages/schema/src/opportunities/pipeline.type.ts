import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { NamedType } from '#customers';
import { RefusalType } from '#refusals';
import { Json } from '#scalars';

@ObjectType({ description: 'A text in both languages of the interface.' })
export class PipelineText {
  @Field(() => String) en!: string;
  @Field(() => String) es!: string;
}

@ObjectType('PipelineStage', { description: 'A column of the board.' })
export class PipelineStageType {
  @Field(() => String, { description: 'Unique in its pipeline; it never changes.' }) key!: string;
  @Field(() => PipelineText, { complexity: 0 }) names!: PipelineText;
  @Field(() => Int, { description: 'How likely an opportunity in it is won, whole percent.' }) probability!: number;
  @Field(() => Json, { nullable: true, description: 'What must hold to leave it forwards; null: nothing.' }) gate!: unknown;
  @Field(() => Int, { nullable: true, description: "Days after which what stays in it is stale; null: twice the won ones' median." }) staleAfterDays!: number | null;
}

@ObjectType('Pipeline', { description: 'The stages that a chance to sell goes through.' })
export class PipelineType {
  @Field(() => ID) id!: string;
  @Field(() => PipelineText) names!: PipelineText;
  @Field(() => NamedType, { nullable: true, description: 'The business line it is for; null: any.' }) line!: NamedType | null;
  @Field(() => Int) version!: number;
  @Field(() => [PipelineStageType], { complexity: ({ childComplexity }) => 8 * childComplexity }) stages!: PipelineStageType[];
}

@InputType()
export class PipelineTextInput {
  @Field(() => String) en!: string;
  @Field(() => String) es!: string;
}

@InputType()
export class PipelineStageInput {
  @Field(() => String, { description: 'Small letters, figures and hyphens.' }) key!: string;
  @Field(() => PipelineTextInput) name!: PipelineTextInput;
  @Field(() => Int) probability!: number;
  @Field(() => Json, { nullable: true, description: 'A rule over the facts of opportunity and customer.' }) gate?: unknown;
  @Field(() => Int, { nullable: true }) staleAfterDays?: number | null;
}

@InputType()
export class CreatePipelineInput {
  @Field(() => PipelineTextInput) name!: PipelineTextInput;
  @Field(() => ID, { nullable: true }) lineId?: string | null;
  @Field(() => [PipelineStageInput]) stages!: PipelineStageInput[];
}

@InputType()
export class PipelineVersionInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class UpdatePipelineInput extends PipelineVersionInput {
  @Field(() => PipelineTextInput, { nullable: true }) name?: PipelineTextInput;
  @Field(() => ID, { nullable: true }) lineId?: string | null;
  @Field(() => [PipelineStageInput], { nullable: true }) stages?: PipelineStageInput[];
}

@ObjectType()
export class PipelineResult {
  @Field(() => PipelineType, { nullable: true }) pipeline?: PipelineType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType()
export class DeletePipelineResult {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
