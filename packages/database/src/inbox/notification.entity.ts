import { defineEntity, p } from '@mikro-orm/core';

/** Why a line is in somebody's inbox. */
export type NotificationKind = 'MENTION' | 'TASK_ASSIGNED' | 'REMINDER' | 'LEAD_ASSIGNED' | 'LEAD_MESSAGE' | 'LEAD_UNANSWERED' | 'NURTURE_ENDED';

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
