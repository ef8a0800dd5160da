import { CustomValueInputType } from '#custom-fields';
import { DateTime } from '#scalars';
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
  @Field(() => String, { nullable: true, description: 'MARKETING (when not said), SERVICE, ANSWER or PROFILING.' }) purpose?: string;
  @Field(() => String, { nullable: true, description: 'CONSENT (when not said), CONTRACT, LEGAL_OBLIGATION, VITAL_INTEREST, PUBLIC_TASK or LEGITIMATE_INTEREST.' }) lawfulBasis?: string;
  @Field(() => String, { nullable: true, description: 'Through what it reached us.' }) source?: string | null;
  @Field(() => String, { nullable: true, description: 'Where the proof lies: a recording, a ticket, a signed sheet.' }) proof?: string | null;
  @Field(() => String, { nullable: true, description: 'The words that he was shown.' }) wording?: string | null;
  @Field(() => String, { nullable: true, description: 'The document that he was shown, with its version.' }) document?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When he said so, if it was not now.' }) givenAt?: Date;
  @Field(() => DateTime, { nullable: true, description: 'Until when a yes holds.' }) validUntil?: Date | null;
}

@InputType()
class ContactFieldsInput {
  @Field(() => ID) customerId!: string;
  @Field(() => String, { nullable: true }) familyName?: string | null;
  @Field(() => String, { nullable: true }) jobTitle?: string | null;
  @Field(() => String, { nullable: true }) role?: string | null;
  @Field(() => Boolean, { nullable: true }) isPrimary?: boolean;
  @Field(() => [CustomValueInputType], { nullable: true, description: "The company's own fields that are named; of the others nothing is said." }) custom?: CustomValueInputType[] | null;
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
