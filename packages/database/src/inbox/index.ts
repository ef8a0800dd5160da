export { inboxTopicsOf } from './inbox-topics.ts';
export { Notification, type NotificationKind } from './notification.entity.ts';
export {
  countNotifications, type InboxFilter, listNotifications, markRead, type Notice, type NotificationRow, notify,
} from './notification.queries.ts';
