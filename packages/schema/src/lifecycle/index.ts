export { CustomerStageResolver } from './customer-stage.resolver.ts';
export { LifecycleModelResolver } from './lifecycle-model.resolver.ts';
export { WriteLifecycleModelResolver } from './write-lifecycle-model.resolver.ts';
