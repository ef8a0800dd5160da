export { Activity, Notification } from './activity.entity.ts';
export {
  activitiesByIds, activityById, type ActivityFilter, type ActivityKind, type ActivityRow, countActivities, listActivities,
} from './activity.queries.ts';
export { countTasks, listTasks, type TaskFilter, type TaskRow, type TaskState } from './task.queries.ts';
export {
  countNotifications, type InboxFilter, listNotifications, markRead, type NotificationKind, type NotificationRow,
} from './notification.queries.ts';
export { remindDue } from './remind-due.ts';
export { inboxTopicsOf } from './inbox-topics.ts';
export { type TouchpointRow, touchpointsOf } from './touchpoint.queries.ts';
