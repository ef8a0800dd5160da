import { defineEntity, p } from '@mikro-orm/core';

const PipelineSchema = defineEntity({
  name: 'Pipeline',
  tableName: 'pipeline',
  properties: {
    id: p.uuid().primary(),
    name: p.json<Record<'en' | 'es', string>>(),
    lineId: p.uuid(),
    stages: p.json<readonly Record<string, unknown>[]>(),
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
    lineId: p.uuid(),
    cycleId: p.uuid().nullable(),
    leadId: p.uuid().nullable(),
    renewsOrderId: p.uuid().nullable(),
    ownerId: p.uuid().nullable(),
    currency: p.string(),
    rate: p.decimal().default('1'),
    amount: p.bigint('number').default(0),
    companyAmount: p.bigint('number').default(0),
    expectedCloseOn: p.date().nullable(),
    qualification: p.json<Record<string, unknown>>().onCreate(() => ({})),
    source: p.text().nullable(),
    reference: p.text().nullable(),
    closeReason: p.text().nullable(),
    closeNote: p.text().nullable(),
    competitor: p.text().nullable(),
    orderId: p.uuid().nullable(),
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
