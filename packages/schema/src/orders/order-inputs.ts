import { type OrderChannel, orderChannels, type OrderSource, orderSources } from '@orbita/domain/orders';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { RefusalType } from '#refusals';
import { DateTime, Decimal } from '#scalars';
import { OrderType } from './order.type.ts';

const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
const OrderChannelEnum = byName(orderChannels);
registerEnumType(OrderChannelEnum, { name: 'OrderChannel', description: 'Through what the customer ordered.' });
const OrderSourceEnum = byName(orderSources);
registerEnumType(OrderSourceEnum, { name: 'OrderSource', description: 'Where an order came from.' });

@InputType()
export class PlaceOrderLineInput {
  @Field(() => ID, { nullable: true, description: 'Of the catalogue; without one the description says what it is.' }) productId?: string | null;
  @Field(() => String, { nullable: true }) description?: string | null;
  @Field(() => Decimal) quantity!: string;
  @Field(() => Decimal, { nullable: true, description: "The catalogue's when not given." }) unitPrice?: string | null;
  @Field(() => Decimal, { nullable: true, description: '0–100.' }) discountPercent?: string | null;
}

@InputType()
export class PlaceOrderInput {
  @Field(() => ID) customerId!: string;
  @Field(() => String, { nullable: true, description: 'Unique in its source; the next one when not given.' }) number?: string;
  @Field(() => OrderSourceEnum, { nullable: true }) source?: OrderSource;
  @Field(() => ID, { nullable: true, description: "Business line; the company's default one when not given." }) lineId?: string;
  @Field(() => OrderChannelEnum, { nullable: true }) channel?: OrderChannel;
  @Field(() => DateTime, { nullable: true, description: 'Now when not given.' }) placedAt?: Date;
  @Field(() => Boolean, { nullable: true, description: 'Whether delivery and payment will be recorded here; yes when not said.' }) tracked?: boolean;
  @Field(() => DateTime, { nullable: true, description: 'Makes it a contract.' }) contractEndsAt?: Date;
  @Field(() => ID, { nullable: true, description: 'The contract order that it renews: always a cycle of its own.' }) renews?: string;
  @Field(() => String, { nullable: true, description: "ISO 4217; the company's when not given." }) currency?: string;
  @Field(() => [PlaceOrderLineInput]) lines!: PlaceOrderLineInput[];
}

@InputType()
export class CancelOrderInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String) reason!: string;
}

@InputType()
export class TerminateContractInput {
  @Field(() => ID, { description: 'Of the contract order.' }) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => DateTime, { description: 'For when notice is given: from today to the end of the contract.' }) effectiveAt!: Date;
}

@InputType()
export class MarkOrderInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => DateTime, { nullable: true, description: 'Now when not given.' }) at?: Date;
}

@InputType()
export class ReturnGoodsLineInput {
  @Field(() => ID) lineId!: string;
  @Field(() => Decimal) quantity!: string;
}

@InputType()
export class ReturnGoodsInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => [ReturnGoodsLineInput], { nullable: true, description: 'Everything that is still out when not given.' }) lines?: ReturnGoodsLineInput[];
  @Field(() => DateTime, { nullable: true }) returnedAt?: Date;
  @Field(() => String, { nullable: true, description: 'Number of the credit note or of the return.' }) reference?: string;
}

@ObjectType()
export class OrderResult {
  @Field(() => OrderType, { nullable: true }) order?: OrderType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
