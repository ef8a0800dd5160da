import { defineEntity, p } from '@mikro-orm/core';

/** Why a line is in somebody's inbox. */
export type NotificationKind = 'MENTION' | 'TASK_ASSIGNED' | 'REMINDER' | 'LEAD_ASSIGNED' | 'LEAD_UNANSWERED' | 'NURTURE_ENDED';

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

const NotificationSchema = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    customerId: p.uuid().nullable(),
    activityId: p.uuid().nullable(),
    leadId: p.uuid().nullable(),
    kind: p.text().$type<NotificationKind>(),
    createdAt: p.datetime(),
    readAt: p.datetime().nullable(),
  },
});
export class Notification extends NotificationSchema.class {}
NotificationSchema.setClass(Notification);
