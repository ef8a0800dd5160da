import { defineEntity, p } from '@mikro-orm/core';
import type { Role } from '@orbita/domain/access';
import type { CustomEntity, CustomFieldType, CustomOption } from '@orbita/domain/custom-fields';

const CustomFieldSchema = defineEntity({
  name: 'CustomField',
  tableName: 'custom_field',
  properties: {
    id: p.uuid().primary(),
    entity: p.text().$type<CustomEntity>(),
    name: p.text(),
    type: p.text().$type<CustomFieldType>(),
    label: p.json<Record<'en' | 'es', string>>(),
    decimals: p.smallint().default(0),
    options: p.json<readonly CustomOption[]>().onCreate(() => []),
    required: p.boolean().default(false),
    requiredAtStages: p.array().default([]),
    readers: p.array().$type<Role[]>().nullable(),
    position: p.integer(),
    archivedAt: p.datetime().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class CustomField extends CustomFieldSchema.class {}
CustomFieldSchema.setClass(CustomField);
