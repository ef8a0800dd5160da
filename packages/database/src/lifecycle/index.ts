export { LifecycleModel } from './lifecycle-model.entity.ts';
