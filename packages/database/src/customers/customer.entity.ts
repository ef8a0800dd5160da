import { defineEntity, p } from '@mikro-orm/core';
import type { CustomValues } from '@orbita/domain/custom-fields';

const CustomerSchema = defineEntity({
  name: 'Customer',
  tableName: 'customer',
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<'PERSON' | 'ORGANISATION'>(),
    name: p.text(),
    givenName: p.text().nullable(),
    familyName: p.text().nullable(),
    nameKey: p.text(),
    taxId: p.text().nullable(),
    taxCountry: p.string().nullable(),
    birthDate: p.date().nullable(),
    iban: p.text().nullable(),
    language: p.text().nullable(),
    ownerId: p.uuid().nullable(),
    teamId: p.uuid().nullable(),
    partnerId: p.uuid().nullable(),
    tags: p.array().default([]),
    source: p.text().nullable(),
    campaignId: p.uuid().nullable(),
    customerSince: p.datetime(),
    doNotContact: p.boolean().default(false),
    preferredChannel: p.text().nullable(),
    custom: p.json<CustomValues>().onCreate(() => ({})),
    customCompared: p.json<CustomValues>().onCreate(() => ({})),
    referredBy: p.uuid().nullable(),
    leftAt: p.datetime().nullable(),
    leftReason: p.text().nullable(),
    acquisitionCost: p.bigint('number').nullable(),
    mergedInto: p.uuid().nullable(),
    deletedAt: p.datetime().nullable(),
    erasedAt: p.datetime().nullable(),
    example: p.boolean().default(false),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class Customer extends CustomerSchema.class {}
CustomerSchema.setClass(Customer);
