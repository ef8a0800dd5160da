import { defineEntity, p } from '@mikro-orm/core';
import type { CustomValues } from '@orbita/domain/custom-fields';

const ContactSchema = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  properties: {
    id: p.uuid().primary(),
    customerId: p.uuid().primary(),
    givenName: p.text(),
    familyName: p.text().nullable(),
    nameKey: p.text(),
    jobTitle: p.text().nullable(),
    role: p.text().nullable(),
    isPrimary: p.boolean().default(false),
    custom: p.json<CustomValues>().onCreate(() => ({})),
    customCompared: p.json<CustomValues>().onCreate(() => ({})),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class Contact extends ContactSchema.class {}
ContactSchema.setClass(Contact);

const ContactPointSchema = defineEntity({
  name: 'ContactPoint',
  tableName: 'contact_point',
  properties: {
    id: p.uuid().primary(),
    customerId: p.uuid().primary(),
    contactId: p.uuid().nullable(),
    kind: p.text(),
    value: p.text(),
    normalised: p.text(),
    label: p.text().nullable(),
    preferred: p.boolean().default(false),
    valid: p.boolean().default(true),
    bouncedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});
export class ContactPoint extends ContactPointSchema.class {}
ContactPointSchema.setClass(ContactPoint);

const ConsentSchema = defineEntity({
  name: 'Consent',
  tableName: 'consent',
  properties: {
    id: p.uuid().primary(),
    customerId: p.uuid().primary(),
    channel: p.text().$type<'EMAIL' | 'PHONE' | 'MESSAGING'>(),
    state: p.text().$type<'GRANTED' | 'DENIED'>(),
    purpose: p.text().default('MARKETING'),
    lawfulBasis: p.text().default('CONSENT'),
    source: p.text().nullable(),
    proof: p.text().nullable(),
    wording: p.text().nullable(),
    document: p.text().nullable(),
    validUntil: p.datetime().nullable(),
    givenAt: p.datetime(),
    recordedBy: p.uuid().nullable(),
  },
});
export class Consent extends ConsentSchema.class {}
ConsentSchema.setClass(Consent);

const AddressSchema = defineEntity({
  name: 'Address',
  tableName: 'address',
  properties: {
    id: p.uuid().primary(),
    customerId: p.uuid().primary(),
    kind: p.text(),
    street: p.text().nullable(),
    city: p.text().nullable(),
    cityKey: p.text().nullable(),
    province: p.text().nullable(),
    postalCode: p.text().nullable(),
    country: p.string().nullable(),
    isCurrent: p.boolean().default(true),
    validFrom: p.datetime(),
    validUntil: p.datetime().nullable(),
  },
});
export class Address extends AddressSchema.class {}
AddressSchema.setClass(Address);
