import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RefusalType } from '#refusals';
import { Json } from '#scalars';
import { SegmentType } from './segment.type.ts';

@InputType()
export class CreateSegmentInput {
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => Json, { nullable: true, description: 'Whom it means…' }) rule?: unknown;
  @Field(() => [ID], { nullable: true, description: '…or who is on its list.' }) list?: string[] | null;
  @Field(() => Boolean, { nullable: true }) shared?: boolean;
}

@InputType()
export class UpdateSegmentInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => Json, { nullable: true }) rule?: unknown;
  @Field(() => Boolean, { nullable: true }) shared?: boolean;
}

@InputType()
export class DeleteSegmentInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}
@InputType() export class RestoreSegmentInput extends DeleteSegmentInput {}
@InputType()
export class ShareSegmentInput extends DeleteSegmentInput {
  @Field(() => Boolean) shared!: boolean;
}

@InputType()
export class AddToSegmentInput {
  @Field(() => ID) id!: string;
  @Field(() => [ID], { description: '10,000 at most.' }) customerIds!: string[];
}
@InputType() export class RemoveFromSegmentInput extends AddToSegmentInput {}

@ObjectType()
class SegmentResult {
  @Field(() => SegmentType, { nullable: true }) segment?: SegmentType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
@ObjectType() export class CreateSegmentResult extends SegmentResult {}
@ObjectType() export class UpdateSegmentResult extends SegmentResult {}
@ObjectType() export class DeleteSegmentResult extends SegmentResult {}
@ObjectType() export class RestoreSegmentResult extends SegmentResult {}
@ObjectType() export class ShareSegmentResult extends SegmentResult {}
@ObjectType() export class AddToSegmentResult extends SegmentResult {}
@ObjectType() export class RemoveFromSegmentResult extends SegmentResult {}
