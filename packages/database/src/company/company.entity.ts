import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '@orbita/domain/access';

const CompanySchema = defineEntity({
  name: 'Company',
  tableName: 'company',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    logo: p.text().nullable(),
    country: p.string(),
    currency: p.string(),
    zone: p.text(),
    language: p.text().$type<'en' | 'es'>(),
    workingHours: p.json<Record<string, readonly [string, string][]>>(),
    holidays: p.array().columnType('date[]').default([]),
    fiscalYearStart: p.smallint().default(1),
    firstResponseMinutes: p.integer().default(60),
    windowLagDays: p.integer().default(3),
    takesCertainEnrichment: p.boolean().default(false),
    example: p.boolean().default(false),
    twoFactorRoles: p.array().$type<Role[]>().default([]),
    version: p.integer().version(),
    updatedAt: p.datetime(),
  },
});
export class Company extends CompanySchema.class {}
CompanySchema.setClass(Company);

const BusinessLineSchema = defineEntity({
  name: 'BusinessLine',
  tableName: 'business_line',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    fallbackRhythmDays: p.integer().default(120),
    graceDays: p.integer().default(30),
    minAfterSalesDays: p.integer().default(30),
    isDefault: p.boolean().default(false),
    version: p.integer().version(),
  },
});
export class BusinessLine extends BusinessLineSchema.class {}
BusinessLineSchema.setClass(BusinessLine);

const ExchangeRateSchema = defineEntity({
  name: 'ExchangeRate',
  tableName: 'exchange_rate',
  properties: {
    currency: p.string().primary(),
    onDate: p.date().primary(),
    rate: p.decimal(),
  },
});
export class ExchangeRate extends ExchangeRateSchema.class {}
ExchangeRateSchema.setClass(ExchangeRate);
