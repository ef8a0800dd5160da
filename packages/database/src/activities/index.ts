export { Activity } from './activity.entity.ts';
export { activitiesByIds, activityById, activityOfEvent, type ActivityRow } from './activity.queries.ts';
export {
  activitiesOfCustomer, type ActivityFilter, type ActivityOrder, activityOrders, type ActivityPage, countActivities, listActivities,
} from './list/activity-list.queries.ts';
export type { TasksOf, TaskState } from './list/task-state.queries.ts';
export { remindDue } from './inbox/remind-due.ts';
export { type TouchpointRow, touchpointsOf, touchpointsOfCustomer } from './touchpoint.queries.ts';
export type { ActivityAt } from './write/activity-to-write.queries.ts';
export { type ActivityFields, createTask, logActivity, type NewActivity } from './write/log-activity.ts';
export { type ActivityPatch, updateActivity } from './write/update-activity.ts';
export { completeTask, deleteActivity, reopenTask } from './write/complete-task.ts';
