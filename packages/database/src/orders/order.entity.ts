import { defineEntity, p } from '@mikro-orm/core';

const OrderSchema = defineEntity({
  name: 'Order',
  tableName: 'sales_order',
  properties: {
    id: p.uuid().primary(),
    customerId: p.uuid().primary(),
    number: p.text(),
    source: p.text(),
    /** Of imported orders: in which numbers are unique. */
    system: p.text().nullable(),
    lineId: p.uuid(),
    channel: p.text().nullable(),
    placedAt: p.datetime(),
    tracked: p.boolean().default(false),
    deliveredAt: p.datetime().nullable(),
    settledAt: p.datetime().nullable(),
    cancelledAt: p.datetime().nullable(),
    contractEndsAt: p.datetime().nullable(),
    noticeEndsAt: p.datetime().nullable(),
    opportunityId: p.uuid().nullable(),
    renewsOrderId: p.uuid().nullable(),
    currency: p.string(),
    rate: p.decimal().default('1'),
    amount: p.bigint('number'),
    companyAmount: p.bigint('number'),
    companyReturned: p.bigint('number').default(0),
    companyCost: p.bigint('number').nullable(),
    companyCosted: p.bigint('number').default(0),
    /** Of what came back; null as long as nothing did. */
    companyCostReturned: p.bigint('number').nullable(),
    returnedWhole: p.boolean().default(false),
    version: p.integer().version(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class Order extends OrderSchema.class {}
OrderSchema.setClass(Order);

const OrderLineSchema = defineEntity({
  name: 'OrderLine',
  tableName: 'order_line',
  properties: {
    id: p.uuid().primary(),
    customerId: p.uuid().primary(),
    orderId: p.uuid(),
    no: p.integer(),
    productId: p.uuid().nullable(),
    description: p.text(),
    quantity: p.decimal(),
    unitPrice: p.decimal(),
    listPrice: p.decimal().nullable(),
    discountPercent: p.decimal().default('0'),
    amount: p.bigint('number'),
    companyAmount: p.bigint('number'),
    companyCost: p.bigint('number').nullable(),
  },
});
export class OrderLine extends OrderLineSchema.class {}
OrderLineSchema.setClass(OrderLine);

const OrderReturnSchema = defineEntity({
  name: 'OrderReturn',
  tableName: 'order_return',
  properties: {
    id: p.uuid().primary(),
    customerId: p.uuid().primary(),
    orderId: p.uuid().nullable(),
    productId: p.uuid().nullable(),
    system: p.text().nullable(),
    reference: p.text(),
    returnedAt: p.datetime(),
    description: p.text().nullable(),
    quantity: p.decimal(),
    amount: p.bigint('number'),
    companyAmount: p.bigint('number'),
    currency: p.string(),
  },
});
export class OrderReturn extends OrderReturnSchema.class {}
OrderReturnSchema.setClass(OrderReturn);
