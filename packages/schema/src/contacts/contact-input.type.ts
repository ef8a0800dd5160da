import { addressKinds, contactPointKinds, type AddressKind, type ContactPointKind } from '@orbita/domain/contacts';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';

const ContactPointKindEnum = Object.fromEntries(contactPointKinds.map((kind) => [kind, kind]));
registerEnumType(ContactPointKindEnum, { name: 'ContactPointKind' });
const AddressKindEnum = Object.fromEntries(addressKinds.map((kind) => [kind, kind]));
registerEnumType(AddressKindEnum, { name: 'AddressKind' });

@InputType('ContactPointInput')
export class ContactPointInputType {
  @Field(() => ContactPointKindEnum) kind!: ContactPointKind;
  @Field(() => String) value!: string;
  @Field(() => String, { nullable: true }) label?: string | null;
}

@InputType()
export class AddContactPointInput extends ContactPointInputType {
  @Field(() => ID) customerId!: string;
  @Field(() => ID, { nullable: true }) contactId?: string | null;
  @Field(() => Boolean, { nullable: true }) preferred?: boolean;
}

@InputType('AddressInput')
export class AddressInputType {
  @Field(() => AddressKindEnum) kind!: AddressKind;
  @Field(() => String, { nullable: true }) street?: string | null;
  @Field(() => String, { nullable: true }) city?: string | null;
  @Field(() => String, { nullable: true }) province?: string | null;
  @Field(() => String, { nullable: true }) postalCode?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166 code or name.' }) country?: string | null;
}

@InputType()
export class SetAddressInput extends AddressInputType {
  @Field(() => ID) customerId!: string;
}

@InputType()
export class RecordConsentInput {
  @Field(() => ID) customerId!: string;
  @Field(() => String, { description: 'EMAIL, PHONE or MESSAGING.' }) channel!: string;
  @Field(() => String, { description: 'GRANTED or DENIED.' }) state!: 'GRANTED' | 'DENIED';
  @Field(() => String, { nullable: true }) source?: string | null;
  @Field(() => String, { nullable: true }) proof?: string | null;
}

@InputType()
class ContactFieldsInput {
  @Field(() => ID) customerId!: string;
  @Field(() => String, { nullable: true }) familyName?: string | null;
  @Field(() => String, { nullable: true }) jobTitle?: string | null;
  @Field(() => String, { nullable: true }) role?: string | null;
  @Field(() => Boolean, { nullable: true }) isPrimary?: boolean;
}

@InputType()
export class AddContactInput extends ContactFieldsInput {
  @Field(() => String) givenName!: string;
}

@InputType()
export class UpdateContactInput extends ContactFieldsInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true }) givenName?: string;
}
