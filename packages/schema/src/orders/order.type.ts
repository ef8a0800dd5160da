import { type OrderStanding, orderStandings } from '@orbita/domain/orders';
import { orderOrders } from '@orbita/database/orders';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NamedType } from '#customers';
import { connectionType, type ListOrder, orderType, PageArgs } from '#paging';
import { DateTime, Decimal, Json } from '#scalars';

export const OrderStandingEnum = Object.fromEntries(orderStandings.map((standing) => [standing, standing])) as Record<OrderStanding, OrderStanding>;
registerEnumType(OrderStandingEnum, { name: 'OrderStanding', description: 'Where an order stands: how far it came, or that it was returned whole or cancelled.' });

@ObjectType('SoldProduct', { description: 'The product of a line, by code and name.' })
export class SoldProductType {
  @Field(() => ID) id!: string;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
}

@ObjectType('OrderLine')
export class OrderLineType {
  @Field(() => ID) id!: string;
  @Field(() => Int) no!: number;
  @Field(() => SoldProductType, { nullable: true }) product!: SoldProductType | null;
  @Field(() => String) description!: string;
  @Field(() => Decimal) quantity!: string;
  @Field(() => Decimal, { nullable: true, description: 'Before discount, in the currency of the order.' }) unitPrice!: string | null;
  @Field(() => Decimal, { nullable: true }) listPrice!: string | null;
  @Field(() => Decimal, { nullable: true }) discountPercent!: string | null;
}

@ObjectType('OrderReturn', { description: 'Goods that came back; the amount is what was credited for them.' })
export class OrderReturnType {
  @Field(() => ID) id!: string;
  @Field(() => String) reference!: string;
  @Field(() => DateTime) returnedAt!: string;
  @Field(() => SoldProductType, { nullable: true }) product!: SoldProductType | null;
  @Field(() => String, { nullable: true }) description!: string | null;
  @Field(() => Decimal) quantity!: string;
}

@ObjectType('Order', { description: 'What was sold, wherever it was sold. Amounts are null to one who may not read them.' })
export class OrderType {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => String, { description: 'Where it was recorded first: here, a shop, an import. Numbers are unique in it.' }) source!: string;
  @Field(() => String, { nullable: true, description: 'Of an imported order: the system it came from, in which numbers are unique.' }) system!: string | null;
  @Field(() => NamedType) line!: NamedType;
  @Field(() => String, { nullable: true }) channel!: string | null;
  @Field(() => DateTime) placedAt!: string;
  @Field(() => Boolean, { description: 'Whether delivery and payment are recorded here.' }) tracked!: boolean;
  @Field(() => DateTime, { nullable: true }) deliveredAt!: string | null;
  @Field(() => DateTime, { nullable: true }) settledAt!: string | null;
  @Field(() => DateTime, { nullable: true }) cancelledAt!: string | null;
  @Field(() => DateTime, { nullable: true }) contractEndsAt!: string | null;
  @Field(() => String) currency!: string;
  @Field(() => Boolean) returnedWhole!: boolean;
  @Field(() => Boolean, { description: 'Neither cancelled nor returned in full: it counts.' }) effective!: boolean;
  @Field(() => Int) version!: number;
  @Field(() => [OrderLineType], { complexity: ({ childComplexity }) => 10 * childComplexity }) lines!: OrderLineType[];
  @Field(() => [OrderReturnType], { complexity: ({ childComplexity }) => 3 * childComplexity }) returns!: OrderReturnType[];
}

const OrderOrderInput = orderType('Order', orderOrders, 'What is not there yet, as the day of delivery, comes last. To one who may not read amounts all amounts are alike.');

@ObjectType()
export class OrderConnection extends connectionType('Order', OrderType) {}

@ArgsType()
export class OrdersArgs extends PageArgs {
  @Field(() => Json, { nullable: true, description: 'A rule tree over the facts of the order and of its customer (`ruleCatalogue(subject: order)`).' }) rule?: unknown;
  @Field(() => ID, { nullable: true }) customerId?: string;
  @Field(() => ID, { nullable: true, description: 'Business line.' }) lineId?: string;
  @Field(() => String, { nullable: true }) channel?: string;
  @Field(() => OrderStandingEnum, { nullable: true }) standing?: OrderStanding;
  @Field(() => DateTime, { nullable: true, description: 'Placed at this instant or later…' }) from?: Date;
  @Field(() => DateTime, { nullable: true, description: '…and before this one.' }) until?: Date;
  @Field(() => String, { nullable: true, description: 'Beginning of the number, or its last digits.' }) search?: string;
  @Field(() => OrderOrderInput, { nullable: true }) orderBy?: ListOrder<(typeof orderOrders)[number]>;
}
