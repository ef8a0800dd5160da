export {
  activateLifecycleModel, createLifecycleModel, type CreateLifecycleModelInput, deactivateLifecycleModel, type ModelMeant, updateLifecycleModel,
} from './write-model.ts';
