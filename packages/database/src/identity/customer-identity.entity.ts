import { defineEntity, p } from '@mikro-orm/core';

const CustomerIdentitySchema = defineEntity({
  name: 'CustomerIdentity',
  tableName: 'customer_identity',
  properties: { kind: p.text().primary(), value: p.text().primary(), customerId: p.uuid() },
});
export class CustomerIdentity extends CustomerIdentitySchema.class {}
CustomerIdentitySchema.setClass(CustomerIdentity);
