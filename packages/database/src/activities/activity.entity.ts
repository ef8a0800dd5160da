import { defineEntity, p } from '@mikro-orm/core';

const ActivitySchema = defineEntity({
  name: 'Activity',
  tableName: 'activity',
  properties: {
    id: p.uuid().primary(),
    customerId: p.uuid().primary(),
    contactId: p.uuid().nullable(),
    kind: p.text().$type<'CALL' | 'MEETING' | 'EMAIL' | 'NOTE' | 'TASK' | 'MESSAGE'>(),
    direction: p.text().$type<'INBOUND' | 'OUTBOUND'>().nullable(),
    channel: p.text().nullable(),
    subject: p.text(),
    body: p.text().nullable(),
    occurredAt: p.datetime(),
    durationMinutes: p.integer().nullable(),
    dueAt: p.datetime().nullable(),
    remindAt: p.datetime().nullable(),
    remindedAt: p.datetime().nullable(),
    doneAt: p.datetime().nullable(),
    assigneeId: p.uuid().nullable(),
    authorId: p.uuid().nullable(),
    leadId: p.uuid().nullable(),
    doorId: p.uuid().nullable(),
    reference: p.text().nullable(),
    opportunityId: p.uuid().nullable(),
    mentions: p.array().columnType('uuid[]').default([]),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class Activity extends ActivitySchema.class {}
ActivitySchema.setClass(Activity);
