import { defineEntity, p } from '@mikro-orm/core';
import type { LifecycleStage } from '@orbita/domain/lifecycle';

const LifecycleModelSchema = defineEntity({
  name: 'LifecycleModel',
  tableName: 'lifecycle_model',
  properties: {
    id: p.uuid().primary(),
    key: p.text(),
    name: p.json<Record<'en' | 'es', string>>(),
    stages: p.json<readonly LifecycleStage[]>(),
    evaluationOrder: p.array().default([]),
    position: p.integer().default(0),
    shipped: p.boolean().default(false),
    active: p.boolean().default(true),
    rulesVersion: p.integer().default(1),
    version: p.integer().version(),
    updatedAt: p.datetime(),
  },
});
export class LifecycleModel extends LifecycleModelSchema.class {}
LifecycleModelSchema.setClass(LifecycleModel);
