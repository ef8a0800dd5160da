export { dropPlan, savedPlanFor, savedPlans, type SavedPlan, savePlan } from './saved-plan.queries.ts';
