import { defineEntity, p } from '@mikro-orm/core';
import type { CustomValues } from '@orbita/domain/custom-fields';
import type { Qualification } from '@orbita/domain/leads';
import type { LossReason, PipelineStage } from '@orbita/domain/opportunities';
import type { CustomerSource } from '@orbita/domain/customers';

const PipelineSchema = defineEntity({
  name: 'Pipeline',
  tableName: 'pipeline',
  properties: {
    id: p.uuid().primary(),
    name: p.json<Record<'en' | 'es', string>>(),
    lineId: p.uuid().nullable(),
    stages: p.json<readonly [PipelineStage, ...PipelineStage[]]>(),
    position: p.integer().default(0),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class Pipeline extends PipelineSchema.class {}
PipelineSchema.setClass(Pipeline);

const OpportunitySchema = defineEntity({
  name: 'Opportunity',
  tableName: 'opportunity',
  properties: {
    id: p.uuid().primary(),
    customerId: p.uuid().primary(),
    contactId: p.uuid().nullable(),
    pipelineId: p.uuid(),
    stage: p.text(),
    stageSince: p.datetime(),
    rank: p.text(),
    status: p.text().$type<'OPEN' | 'WON' | 'LOST'>().default('OPEN'),
    title: p.text(),
    titleKey: p.text(),
    lineId: p.uuid(),
    cycleId: p.uuid().nullable(),
    leadId: p.uuid().nullable(),
    reopensId: p.uuid().nullable(),
    renewsOrderId: p.uuid().nullable(),
    referrerId: p.uuid().nullable(),
    ownerId: p.uuid().nullable(),
    currency: p.string(),
    rate: p.decimal().default('1'),
    amount: p.bigint('number').nullable(),
    companyAmount: p.bigint('number').nullable(),
    expectedCloseOn: p.date().nullable(),
    qualification: p.json<Qualification>().nullable(),
    source: p.text().$type<CustomerSource>().nullable(),
    reference: p.text().nullable(),
    winReasons: p.array().default([]),
    closeReason: p.text().$type<LossReason>().nullable(),
    closeNote: p.text().nullable(),
    competitor: p.text().nullable(),
    orderId: p.uuid().nullable(),
    custom: p.json<CustomValues>().onCreate(() => ({})),
    customCompared: p.json<CustomValues>().onCreate(() => ({})),
    openedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class Opportunity extends OpportunitySchema.class {}
OpportunitySchema.setClass(Opportunity);

const OpportunityVisitSchema = defineEntity({
  name: 'OpportunityVisit',
  tableName: 'opportunity_visit',
  properties: {
    customerId: p.uuid().primary(),
    opportunityId: p.uuid().primary(),
    no: p.integer().primary(),
    stage: p.text(),
    enteredAt: p.datetime(),
    leftAt: p.datetime().nullable(),
    overrideReason: p.text().nullable(),
  },
});
export class OpportunityVisit extends OpportunityVisitSchema.class {}
OpportunityVisitSchema.setClass(OpportunityVisit);
