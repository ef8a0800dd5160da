import type { NotificationKind } from '@orbita/database/inbox';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, PageArgs } from '#paging';
import { DateTime } from '#scalars';

const NotificationKindEnum: { readonly [Kind in NotificationKind]: Kind } = {
  MENTION: 'MENTION', TASK_ASSIGNED: 'TASK_ASSIGNED', REMINDER: 'REMINDER', LEAD_ASSIGNED: 'LEAD_ASSIGNED', LEAD_MESSAGE: 'LEAD_MESSAGE',
  LEAD_UNANSWERED: 'LEAD_UNANSWERED', NURTURE_ENDED: 'NURTURE_ENDED',
};
registerEnumType(NotificationKindEnum, { name: 'NotificationKind' });

@ObjectType('Notification', { description: 'One line of an inbox.' })
export class NotificationType {
  @Field(() => ID) id!: string;
  @Field(() => NotificationKindEnum) kind!: NotificationKind;
  @Field(() => ID, { nullable: true }) leadId!: string | null;
  @Field(() => DateTime) createdAt!: string;
  @Field(() => DateTime, { nullable: true }) readAt!: string | null;
}

@ObjectType()
export class InboxConnection extends connectionType('Notification', NotificationType) {}

@ArgsType()
export class InboxArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Only what was not read yet.' }) unread?: boolean;
}

@ObjectType({ description: "The viewer's inbox after something changed in it." })
export class InboxChange {
  @Field(() => Int) unreadCount!: number;
}

@ObjectType()
export class MarkReadResult {
  @Field(() => Int, { description: 'How many were not read before.' }) marked!: number;
  @Field(() => Int) unreadCount!: number;
}
