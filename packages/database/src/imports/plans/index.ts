export { dropPlan, oneSavedPlan, savedPlanFor, savedPlans, type SavedPlan, savePlan } from './saved-plan.queries.ts';
