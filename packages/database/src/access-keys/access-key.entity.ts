import { defineEntity, p } from '@mikro-orm/core';

const AccessKeySchema = defineEntity({
  name: 'AccessKey',
  tableName: 'access_key',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    name: p.text(),
    ending: p.text(),
    secretHash: p.text(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});
export class AccessKey extends AccessKeySchema.class {}
AccessKeySchema.setClass(AccessKey);
