import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AddressType, ConsentType, ContactPointType, ContactType } from '#contacts';
import { DateTime, LocalDate } from '#scalars';
import { CustomerFactsType } from './customer-facts.type.ts';

export const CustomerKind = { PERSON: 'PERSON', ORGANISATION: 'ORGANISATION' } as const;
registerEnumType(CustomerKind, { name: 'CustomerKind' });

@ObjectType('Named', { description: 'A user, team or partner, by name.' })
export class NamedType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

@ObjectType('Customer', { description: 'A person or an organisation, from first contact on: one record of everything.' })
export class CustomerType {
  @Field(() => ID) id!: string;
  @Field(() => CustomerKind) kind!: keyof typeof CustomerKind;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true }) givenName!: string | null;
  @Field(() => String, { nullable: true }) familyName!: string | null;
  @Field(() => String, { nullable: true }) taxId!: string | null;
  @Field(() => LocalDate, { nullable: true }) birthDate!: string | null;
  @Field(() => String, { nullable: true }) iban!: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 639-1.' }) language!: string | null;
  @Field(() => NamedType, { nullable: true }) owner!: NamedType | null;
  @Field(() => NamedType, { nullable: true }) team!: NamedType | null;
  @Field(() => NamedType, { nullable: true }) partner!: NamedType | null;
  @Field(() => [String], { complexity: 1 }) tags!: string[];
  @Field(() => String, { nullable: true, description: 'Where he first came from; set once.' }) source!: string | null;
  @Field(() => DateTime) customerSince!: string;
  @Field(() => Boolean) doNotContact!: boolean;
  @Field(() => String, { nullable: true }) preferredChannel!: string | null;
  @Field(() => DateTime, { nullable: true }) deletedAt!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Since when nothing personal of him is kept: what is left is for the sums.' }) erasedAt!: string | null;
  @Field(() => Boolean, { description: 'Belongs to the example company.' }) example!: boolean;
  @Field(() => Int) version!: number;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime) updatedAt!: string;
  @Field(() => CustomerFactsType) facts!: CustomerFactsType;
  @Field(() => [ContactPointType], { complexity: 2 }) contactPoints!: ContactPointType[];
  @Field(() => [ConsentType], { complexity: 2 }) consents!: ConsentType[];
  @Field(() => [AddressType], { complexity: 2 }) addresses!: AddressType[];
  @Field(() => [ContactType], { complexity: ({ childComplexity }) => 2 + 5 * childComplexity }) contacts!: ContactType[];
}
