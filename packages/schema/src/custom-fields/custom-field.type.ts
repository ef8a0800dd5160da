import type { CustomFieldRow } from '@orbita/database/custom-fields';
import { customEntities, customFieldTypes } from '@orbita/domain/custom-fields';
import type { Role } from '@orbita/domain/access';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RoleEnum } from '#access';
import { RefusalType } from '#refusals';
import { DateTime } from '#scalars';

const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
export const CustomEntityEnum = byName(customEntities);
registerEnumType(CustomEntityEnum, { name: 'CustomEntity', description: 'Of what a company keeps fields of its own.' });
export const CustomFieldKind = byName(customFieldTypes);
registerEnumType(CustomFieldKind, { name: 'CustomFieldType', description: 'What a field holds; it never changes.' });
const nullable = true;

@ObjectType({ description: 'A label in both languages of the interface.' })
export class CustomFieldText {
  @Field(() => String) en!: string;
  @Field(() => String) es!: string;
}

@InputType()
export class CustomFieldTextInput {
  @Field(() => String) en!: string;
  @Field(() => String) es!: string;
}

@ObjectType({ description: 'One that may be chosen.' })
export class CustomFieldOption {
  @Field(() => String, { description: 'What values and rules call it; it never changes.' }) value!: string;
  @Field(() => String, { description: "In the viewer's language." }) label!: string;
  @Field(() => CustomFieldText) labels!: CustomFieldText;
  @Field(() => Boolean, { description: 'No longer offered; values may hold it.' }) archived!: boolean;
}

@ObjectType('CustomField', { description: 'A field that the company keeps of its own.' })
export class CustomFieldType {
  @Field(() => ID) id!: string;
  @Field(() => CustomEntityEnum) entity!: CustomFieldRow['entity'];
  @Field(() => String, { description: 'What values, imports and rules call it (`custom.‹name›`); it never changes.' }) name!: string;
  @Field(() => CustomFieldKind) type!: CustomFieldRow['type'];
  @Field(() => String, { description: "In the viewer's language." }) label!: string;
  @Field(() => CustomFieldText) labels!: CustomFieldText;
  @Field(() => Int, { description: 'Of a number, after the point.' }) decimals!: number;
  @Field(() => [CustomFieldOption], { complexity: ({ childComplexity }) => 5 * childComplexity, description: 'In the order in which they are offered.' })
  options!: CustomFieldOption[];
  @Field(() => Boolean, { description: 'A customer made by hand needs it, a lead to be qualified.' }) required!: boolean;
  @Field(() => [String], { complexity: 1, description: 'Keys of pipeline stages that an opportunity leaves only with it.' }) requiredAtStages!: string[];
  @Field(() => [RoleEnum], { nullable, complexity: 1, description: 'The only roles that may read it; null for all.' }) readers!: Role[] | null;
  @Field(() => Boolean, { description: 'Whether lists are sorted by it.' }) sortable!: boolean;
  @Field(() => DateTime, { nullable }) archivedAt!: string | null;
  @Field(() => Int) version!: number;
}

@InputType()
class CustomFieldOptionInput {
  @Field(() => String, { nullable, description: 'Of one that is there; a new one is given its own.' }) value?: string | null;
  @Field(() => CustomFieldTextInput) label!: CustomFieldTextInput;
  @Field(() => Boolean, { nullable }) archived?: boolean | null;
}

@InputType()
abstract class CustomFieldPatchInput {
  @Field(() => [CustomFieldOptionInput], { nullable, description: 'In their order; one that is left out is archived.' }) options?: CustomFieldOptionInput[];
  @Field(() => Boolean, { nullable, description: 'Of a customer: whoever makes one by hand needs it. Of a lead: it is needed to qualify it; capturing never asks for it.' }) required?: boolean;
  @Field(() => [String], { nullable }) requiredAtStages?: string[];
  @Field(() => [RoleEnum], { nullable, description: 'Null for all roles; administrators always read.' }) readers?: Role[] | null;
}

@InputType()
export class CreateCustomFieldInput extends CustomFieldPatchInput {
  @Field(() => CustomEntityEnum) entity!: CustomFieldRow['entity'];
  @Field(() => CustomFieldKind) type!: CustomFieldRow['type'];
  @Field(() => CustomFieldTextInput) label!: CustomFieldTextInput;
  @Field(() => String, { nullable, description: 'Made from the English label when not given.' }) name?: string | null;
  @Field(() => Int, { nullable, description: 'Of a number: 0 to 4.' }) decimals?: number | null;
}

@InputType()
export class UpdateCustomFieldInput extends CustomFieldPatchInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => CustomFieldTextInput, { nullable }) label?: CustomFieldTextInput;
}

@InputType()
export class ArchiveCustomFieldInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class RestoreCustomFieldInput extends ArchiveCustomFieldInput {}

@ObjectType()
export class CustomFieldResult {
  @Field(() => CustomFieldType, { nullable }) customField?: CustomFieldType | null;
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}

@ObjectType()
export class CustomFieldsResult {
  @Field(() => [CustomFieldType], { nullable, complexity: ({ childComplexity }) => 20 * childComplexity }) customFields?: CustomFieldType[] | null;
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}
