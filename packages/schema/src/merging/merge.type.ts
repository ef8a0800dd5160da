import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { NamedType } from '#customers';
import { RefusalType } from '#refusals';
import { DateTime } from '#scalars';

const nullable = true;

@ObjectType({ description: 'One field of the customers side by side.' })
export class MergeField {
  @Field(() => String, { description: '`name`, `taxId`, `birthDate`, `iban`, `language`, `preferredChannel`, `owner`, `team`, `partner`, or one of several with its kind: `address.BILLING`, `preferred.EMAIL`, `primary.CONTACT`.' }) field!: string;
  @Field(() => [String], { nullable: 'items', complexity: 1, description: 'One a customer, in their order; null where he says nothing.' }) values!: (string | null)[];
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

@ObjectType({ description: 'Customers side by side: what would be chosen, what is kept, and why they cannot be one.' })
export class MergePreviewType {
  @Field(() => ID, { description: 'Who stays unless another is chosen: whoever is known longest.' }) survivorId!: string;
  @Field(() => [MergeField], { complexity: 10 }) fields!: MergeField[];
  @Field(() => [MergeHanging], { complexity: ({ childComplexity }) => 2 * childComplexity, description: 'One a customer, in their order.' }) hanging!: MergeHanging[];
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}

@InputType()
export class MergeChoiceInput {
  @Field(() => String, { description: 'A `field` of the preview.' }) field!: string;
  @Field(() => ID, { description: 'The customer from whom it is taken.' }) from!: string;
}

@InputType({ description: 'A customer as the one who asks saw him.' })
class CustomerToMergeInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class MergeCustomersInput {
  @Field(() => ID, { description: 'Who stays.' }) survivorId!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => [CustomerToMergeInput], { description: 'Who become part of him, nine at most. Their ids go on naming the one.' }) others!: CustomerToMergeInput[];
  @Field(() => [MergeChoiceInput], { nullable, description: 'For what is not said the proposal of the preview counts.' }) choices?: MergeChoiceInput[];
}

@InputType()
export class UnmergeCustomersInput {
  @Field(() => ID, { description: 'The one who stayed.' }) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => [ID], { description: 'Those who are to be customers of their own again, in any order.' }) mergedIds!: string[];
}

@ObjectType({ description: 'Who was merged into a customer.' })
export class MergedCustomer {
  @Field(() => ID, { description: 'Goes on naming the one.' }) id!: string;
  @Field(() => String) name!: string;
  @Field(() => DateTime, { nullable }) mergedAt!: string | null;
  @Field(() => NamedType, { nullable }) by!: NamedType | null;
}
