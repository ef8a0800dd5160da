export {
  type ActivityInput, type ActivityKind, activityKindLabels, activityKinds, channelOfActivity, countsAsContact, type Direction, directionLabels, directions,
  type PreparedActivity,
} from './activity.ts';
export { activityCatalogue, activityFactCatalogue, activityFacts, type FactualActivity } from './activity-facts.ts';
export { type Completable, completeTask, reopenTask } from './complete-task.ts';
export { prepareActivity } from './prepare-activity.ts';
