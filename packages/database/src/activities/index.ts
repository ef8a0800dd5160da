export { Activity } from './activity.entity.ts';
export {
  activitiesByIds, activitiesOfCustomer, activityOfEvent, activityById, type ActivityFilter, type ActivityRow, countActivities, listActivities,
} from './activity.queries.ts';
export { countTasks, listTasks, type TaskFilter, type TaskRow, type TaskState } from './task.queries.ts';
export { remindDue } from './inbox/remind-due.ts';
export { type TouchpointRow, touchpointsOf, touchpointsOfCustomer } from './touchpoint.queries.ts';
export type { ActivityAt } from './write/activity-to-write.queries.ts';
export { type ActivityFields, createTask, logActivity, type NewActivity } from './write/log-activity.ts';
export { type ActivityPatch, updateActivity } from './write/update-activity.ts';
export { completeTask, deleteActivity, reopenTask } from './write/complete-task.ts';
