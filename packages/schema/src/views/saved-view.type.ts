import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RefusalType } from '#refusals';
import { DateTime, Json } from '#scalars';

@ObjectType('SavedView', { description: 'The state of a page, kept under a name.' })
export class SavedViewType {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Of which page: customers, orders…' }) room!: string;
  @Field(() => String) name!: string;
  @Field(() => Json, { description: 'What stands in the page’s address: filter, order, columns.' }) search!: Record<string, unknown>;
  @Field(() => Boolean) shared!: boolean;
  @Field(() => Int) version!: number;
  @Field(() => DateTime) updatedAt!: string;
  @Field(() => ID) ownerId!: string;
  @Field(() => String) ownerName!: string;
}

@InputType()
export class CreateSavedViewInput {
  @Field(() => String) room!: string;
  @Field(() => String) name!: string;
  @Field(() => Json) search!: Record<string, unknown>;
  @Field(() => Boolean, { nullable: true }) shared?: boolean;
}

@InputType()
export class DeleteSavedViewInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class UpdateSavedViewInput extends DeleteSavedViewInput {
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => Json, { nullable: true }) search?: Record<string, unknown>;
  @Field(() => Boolean, { nullable: true }) shared?: boolean;
}

@ObjectType()
class SavedViewResult {
  @Field(() => SavedViewType, { nullable: true }) savedView?: SavedViewType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
@ObjectType() export class CreateSavedViewResult extends SavedViewResult {}
@ObjectType() export class UpdateSavedViewResult extends SavedViewResult {}

@ObjectType()
export class DeleteSavedViewResult {
  @Field(() => ID, { nullable: true }) id?: string | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
