import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '#scalars';

@ObjectType('ContactPoint', { description: 'An e-mail, telephone or other address at which he is reached.' })
export class ContactPointType {
  @Field(() => ID) id!: string;
  @Field(() => ID, { nullable: true, description: 'Of this contact of an organisation; null: of the customer himself.' })
  contactId!: string | null;
  @Field(() => String) kind!: string;
  @Field(() => String, { description: 'As it was written.' }) value!: string;
  @Field(() => String, { description: 'As it is compared: lower case, E.164.' }) normalised!: string;
  @Field(() => String, { nullable: true }) label!: string | null;
  @Field(() => Boolean) preferred!: boolean;
  @Field(() => Boolean) valid!: boolean;
  @Field(() => DateTime, { nullable: true }) bouncedAt!: string | null;
}

@ObjectType('Consent')
export class ConsentType {
  @Field(() => ID) id!: string;
  @Field(() => String) channel!: string;
  @Field(() => String) state!: string;
  @Field(() => String) purpose!: string;
  @Field(() => String) lawfulBasis!: string;
  @Field(() => String, { nullable: true }) source!: string | null;
  @Field(() => String, { nullable: true, description: 'Where the proof lies.' }) proof!: string | null;
  @Field(() => String, { nullable: true, description: 'The words that he was shown.' }) wording!: string | null;
  @Field(() => String, { nullable: true, description: 'The document that he was shown, with its version.' }) document!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Until when a yes holds.' }) validUntil!: string | null;
  @Field(() => DateTime) givenAt!: string;
}

@ObjectType('Address')
export class AddressType {
  @Field(() => ID) id!: string;
  @Field(() => String) kind!: string;
  @Field(() => String, { nullable: true }) street!: string | null;
  @Field(() => String, { nullable: true }) city!: string | null;
  @Field(() => String, { nullable: true }) province!: string | null;
  @Field(() => String, { nullable: true }) postalCode!: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 3166.' }) country!: string | null;
  @Field(() => Boolean) isCurrent!: boolean;
  @Field(() => DateTime) validFrom!: string;
  @Field(() => DateTime, { nullable: true }) validUntil!: string | null;
}

@ObjectType('Contact', { description: 'A person who acts for an organisation.' })
export class ContactType {
  @Field(() => ID) id!: string;
  @Field(() => String) givenName!: string;
  @Field(() => String, { nullable: true }) familyName!: string | null;
  @Field(() => String, { nullable: true }) jobTitle!: string | null;
  @Field(() => String, { nullable: true }) role!: string | null;
  @Field(() => Boolean) isPrimary!: boolean;
  @Field(() => ID, { description: 'For whom he acts; if that one was merged, the one he was merged into.' }) customerId!: string;
  @Field(() => String) customerName!: string;
  @Field(() => [ContactPointType], { complexity: 2, description: 'How he is reached himself; what is to be used first stands first.' }) contactPoints!: ContactPointType[];
  @Field(() => Int) version!: number;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime) updatedAt!: string;
}
