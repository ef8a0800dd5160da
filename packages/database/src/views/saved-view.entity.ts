import { defineEntity, p } from '@mikro-orm/core';

const SavedViewSchema = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  properties: {
    id: p.uuid().primary(),
    room: p.text(),
    name: p.text(),
    search: p.json<Record<string, unknown>>(),
    ownerId: p.uuid(),
    shared: p.boolean().default(false),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class SavedView extends SavedViewSchema.class {}
SavedViewSchema.setClass(SavedView);
