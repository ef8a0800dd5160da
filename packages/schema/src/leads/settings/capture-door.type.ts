import { type DoorKind, doorKinds, type FormField, formFields } from '@orbita/domain/leads';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NamedType } from '#customers';
import { RefusalType } from '#refusals';
import { DateTime } from '#scalars';

const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
const DoorKindEnum = byName(doorKinds);
registerEnumType(DoorKindEnum, { name: 'CaptureDoorKind', description: 'A form on a web page, a mailbox, the messages of a network.' });
const FormFieldEnum = byName(formFields);
registerEnumType(FormFieldEnum, { name: 'CaptureFormField', description: 'What a form asks for beside name and e-mail.' });
const nullable = true;

@ObjectType('CaptureDoorSettings')
export class CaptureDoorSettingsType {
  @Field(() => String, { nullable }) title!: string | null;
  @Field(() => [FormFieldEnum], { complexity: 1 }) fields!: FormField[];
  @Field(() => [String], { complexity: 1, description: "Names of the company's own fields of leads that its form asks for, in their order." }) own!: string[];
  @Field(() => String, { nullable, description: 'The words by which somebody consents to be offered things.' }) marketingConsent!: string | null;
  @Field(() => String, { nullable }) privacyUrl!: string | null;
  @Field(() => String, { nullable }) thanks!: string | null;
}

@ObjectType('CaptureDoor', { description: 'A door through which interests come in by themselves.' })
export class CaptureDoorType {
  @Field(() => ID) id!: string;
  @Field(() => DoorKindEnum) kind!: DoorKind;
  @Field(() => String) name!: string;
  @Field(() => String, { description: 'Part of its address; whoever has it may knock.' }) token!: string;
  @Field(() => NamedType, { nullable, description: 'Business line.' }) line!: NamedType | null;
  @Field(() => NamedType, { nullable }) campaign!: NamedType | null;
  @Field(() => CaptureDoorSettingsType) settings!: CaptureDoorSettingsType;
  @Field(() => Boolean) active!: boolean;
  @Field(() => Int, { description: 'How many came through it.' }) leads!: number;
  @Field(() => DateTime, { nullable }) lastLeadAt!: string | null;
  @Field(() => Int) version!: number;
}

@InputType()
class CaptureDoorSettingsInput {
  @Field(() => String, { nullable }) title?: string | null;
  @Field(() => [FormFieldEnum], { nullable }) fields?: FormField[];
  @Field(() => [String], { nullable, description: "At most 12 of the company's own fields of leads; links cannot be asked for." }) own?: string[];
  @Field(() => String, { nullable }) marketingConsent?: string | null;
  @Field(() => String, { nullable }) privacyUrl?: string | null;
  @Field(() => String, { nullable }) thanks?: string | null;
}

@InputType()
class CaptureDoorFields {
  @Field(() => String) name!: string;
  @Field(() => CaptureDoorSettingsInput, { nullable }) settings?: CaptureDoorSettingsInput;
  @Field(() => ID, { nullable }) lineId?: string | null;
  @Field(() => String, { nullable, description: 'By name; made when there is none of it.' }) campaign?: string | null;
  @Field(() => Boolean, { nullable }) active?: boolean;
}

@InputType()
export class CreateCaptureDoorInput extends CaptureDoorFields {
  @Field(() => DoorKindEnum) kind!: DoorKind;
}

@InputType()
export class DeleteCaptureDoorInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class UpdateCaptureDoorInput extends CaptureDoorFields {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@ObjectType()
export class CaptureDoorResult {
  @Field(() => CaptureDoorType, { nullable }) captureDoor?: CaptureDoorType | null;
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}

@ObjectType()
export class DeleteCaptureDoorResult {
  @Field(() => ID, { nullable, description: 'Of the door that is gone.' }) id?: string | null;
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}
