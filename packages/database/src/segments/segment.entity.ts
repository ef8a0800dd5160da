import { defineEntity, p } from '@mikro-orm/core';

const SegmentSchema = defineEntity({
  name: 'Segment',
  tableName: 'segment',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    description: p.text().nullable(),
    kind: p.text().$type<'RULE' | 'LIST'>(),
    rule: p.json<unknown>().nullable(),
    ownerId: p.uuid().nullable(),
    shared: p.boolean().default(false),
    deletedAt: p.datetime().nullable(),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class Segment extends SegmentSchema.class {}
SegmentSchema.setClass(Segment);
