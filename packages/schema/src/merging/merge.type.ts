import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { NamedType } from '#customers';
import { RefusalType } from '#refusals';
import { DateTime } from '#scalars';

const nullable = true;

@ObjectType({ description: 'One field of two customers side by side.' })
export class MergeField {
  @Field(() => String, { description: '`name`, `taxId`, `birthDate`, `iban`, `language`, `preferredChannel`, `owner`, `team`, `partner`, or one of several with its kind: `address.BILLING`, `preferred.EMAIL`, `primary.CONTACT`.' }) field!: string;
  @Field(() => String, { nullable }) a!: string | null;
  @Field(() => String, { nullable }) b!: string | null;
  @Field(() => ID, { description: 'The customer whose value is taken unless another is chosen.' }) from!: string;
  @Field(() => Boolean) differs!: boolean;
}

@ObjectType({ description: 'How many things hang from a customer; null where the viewer may not read them. All of them are kept.' })
export class MergeHanging {
  @Field(() => Int, { nullable }) contacts!: number | null;
  @Field(() => Int, { nullable }) contactPoints!: number | null;
  @Field(() => Int, { nullable }) addresses!: number | null;
  @Field(() => Int, { nullable }) leads!: number | null;
  @Field(() => Int, { nullable }) opportunities!: number | null;
  @Field(() => Int, { nullable }) orders!: number | null;
  @Field(() => Int, { nullable }) cycles!: number | null;
  @Field(() => Int, { nullable }) activities!: number | null;
  @Field(() => Int, { nullable, description: 'Lists (segments without a rule) on which he is.' }) lists!: number | null;
}

@ObjectType({ description: 'Two customers side by side: what would be chosen, what is kept, and why they cannot be one.' })
export class MergePreviewType {
  @Field(() => ID, { description: 'Who stays unless the other is chosen: whoever is known longer.' }) survivorId!: string;
  @Field(() => [MergeField], { complexity: 10 }) fields!: MergeField[];
  @Field(() => MergeHanging) hangingFromA!: MergeHanging;
  @Field(() => MergeHanging) hangingFromB!: MergeHanging;
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}

@InputType()
export class MergeChoiceInput {
  @Field(() => String, { description: 'A `field` of the preview.' }) field!: string;
  @Field(() => ID, { description: 'The customer from whom it is taken.' }) from!: string;
}

@InputType()
export class MergeCustomersInput {
  @Field(() => ID, { description: 'Who stays.' }) survivorId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ID, { description: 'Who becomes part of him. This id goes on naming the one.' }) otherId!: string;
  @Field(() => Int) otherVersion!: number;
  @Field(() => [MergeChoiceInput], { nullable, description: 'For what is not said the proposal of the preview counts.' }) choices?: MergeChoiceInput[];
}

@InputType()
export class UnmergeCustomersInput {
  @Field(() => ID, { description: 'The one who stayed.' }) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => ID, { description: 'The one who is to be a customer of his own again.' }) mergedId!: string;
}

@ObjectType({ description: 'Who was merged into a customer.' })
export class MergedCustomer {
  @Field(() => ID, { description: 'Goes on naming the one.' }) id!: string;
  @Field(() => String) name!: string;
  @Field(() => DateTime, { nullable }) mergedAt!: string | null;
  @Field(() => NamedType, { nullable }) by!: NamedType | null;
}
