import { defineEntity, p } from '@mikro-orm/core';
import type { CustomValues } from '@orbita/domain/custom-fields';

const CampaignSchema = defineEntity({
  name: 'Campaign',
  tableName: 'campaign',
  properties: { id: p.uuid().primary(), name: p.text(), nameKey: p.text(), createdAt: p.datetime() },
});
export class Campaign extends CampaignSchema.class {}
CampaignSchema.setClass(Campaign);

const LeadSchema = defineEntity({
  name: 'Lead',
  tableName: 'lead',
  properties: {
    id: p.uuid().primary(),
    customerId: p.uuid().primary(),
    contactId: p.uuid().nullable(),
    lineId: p.uuid(),
    cycleId: p.uuid().nullable(),
    status: p.text().$type<'NEW' | 'WORKED' | 'RECYCLED' | 'QUALIFIED' | 'DISQUALIFIED'>(),
    source: p.text(),
    channel: p.text(),
    campaignId: p.uuid().nullable(),
    doorId: p.uuid().nullable(),
    reference: p.text().nullable(),
    subject: p.text().nullable(),
    message: p.text().nullable(),
    qualification: p.json<Record<string, unknown>>().onCreate(() => ({})),
    disqualifiedReason: p.text().nullable(),
    reasonNote: p.text().nullable(),
    nurtureUntil: p.datetime().nullable(),
    referrerId: p.uuid().nullable(),
    ownerId: p.uuid().nullable(),
    teamId: p.uuid().nullable(),
    routedBy: p.json<Record<string, unknown>>().nullable(),
    capturedAt: p.datetime(),
    responseDueAt: p.datetime().nullable(),
    firstResponseAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    opportunityId: p.uuid().nullable(),
    reopensId: p.uuid().nullable(),
    custom: p.json<CustomValues>().onCreate(() => ({})),
    customCompared: p.json<CustomValues>().onCreate(() => ({})),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class Lead extends LeadSchema.class {}
LeadSchema.setClass(Lead);

const RoutingRuleSchema = defineEntity({
  name: 'RoutingRule',
  tableName: 'routing_rule',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    position: p.integer(),
    rule: p.json<Record<string, unknown>>(),
    assignment: p.json<Record<string, unknown>>(),
    active: p.boolean().default(true),
    version: p.integer().version(),
    updatedAt: p.datetime(),
  },
});
export class RoutingRule extends RoutingRuleSchema.class {}
RoutingRuleSchema.setClass(RoutingRule);

const CaptureDoorSchema = defineEntity({
  name: 'CaptureDoor',
  tableName: 'capture_door',
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<'FORM' | 'EMAIL' | 'SOCIAL'>(),
    name: p.text(),
    token: p.text(),
    lineId: p.uuid().nullable(),
    campaignId: p.uuid().nullable(),
    settings: p.json<Record<string, unknown>>().onCreate(() => ({})),
    active: p.boolean().default(true),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class CaptureDoor extends CaptureDoorSchema.class {}
CaptureDoorSchema.setClass(CaptureDoor);
