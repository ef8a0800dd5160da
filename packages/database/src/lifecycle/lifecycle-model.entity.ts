import { defineEntity, p } from '@mikro-orm/core';

const LifecycleModelSchema = defineEntity({
  name: 'LifecycleModel',
  tableName: 'lifecycle_model',
  properties: {
    id: p.uuid().primary(),
    key: p.text(),
    name: p.json<Record<'en' | 'es', string>>(),
    stages: p.json<readonly Record<string, unknown>[]>(),
    evaluationOrder: p.array().default([]),
    position: p.integer().default(0),
    shipped: p.boolean().default(false),
    active: p.boolean().default(true),
    version: p.integer().version(),
    updatedAt: p.datetime(),
  },
});
export class LifecycleModel extends LifecycleModelSchema.class {}
LifecycleModelSchema.setClass(LifecycleModel);
