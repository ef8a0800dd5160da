import type { OrderLineRow, OrderReturnRow, OrderRow } from '@orbita/database/orders';
import type { CustomerRow } from '@orbita/database/customers';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { customerReader, CustomerType } from '#customers';
import { type RequestContext } from '#request';
import { money, MoneyType } from '#scalars';
import { OrderLineType, OrderReturnType, OrderType } from './order.type.ts';

const nullable = true;

@Resolver(() => OrderType)
export class OrderAmountsResolver {
  @FieldResolver(() => MoneyType, { nullable, description: 'Lines after discount, before tax, in the currency of the order.' })
  amount(@Root() order: OrderRow): MoneyType | null {
    return money(order.amount, order.currency);
  }

  @FieldResolver(() => MoneyType, { nullable, description: "In the company's currency, at the rate of its day." })
  companyAmount(@Root() order: OrderRow, @Ctx() { company }: RequestContext): MoneyType | null {
    return money(order.companyAmount, company.currency);
  }

  @FieldResolver(() => MoneyType, { nullable, description: "Credited for what came back, in the company's currency." })
  returned(@Root() order: OrderRow, @Ctx() { company }: RequestContext): MoneyType | null {
    return money(order.companyReturned, company.currency);
  }

  @FieldResolver(() => MoneyType, { nullable, description: 'Cost of the lines whose cost is known.' })
  cost(@Root() order: OrderRow, @Ctx() { company }: RequestContext): MoneyType | null {
    return money(order.companyCost, company.currency);
  }

  @FieldResolver(() => CustomerType, { description: 'Whose it is; if he was merged, the one he was merged into.' })
  customer(@Root() order: OrderRow, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<CustomerRow | null> {
    return customerReader(context, order.customerId, info);
  }
}

@Resolver(() => OrderLineType)
export class OrderLineAmountsResolver {
  @FieldResolver(() => MoneyType, { nullable })
  amount(@Root() line: OrderLineRow): MoneyType | null {
    return money(line.amount, line.currency);
  }

  @FieldResolver(() => MoneyType, { nullable, description: "In the company's currency." })
  cost(@Root() line: OrderLineRow, @Ctx() { company }: RequestContext): MoneyType | null {
    return money(line.companyCost, company.currency);
  }
}

@Resolver(() => OrderReturnType)
export class OrderReturnAmountsResolver {
  @FieldResolver(() => MoneyType, { nullable })
  amount(@Root() back: OrderReturnRow): MoneyType | null {
    return money(back.amount, back.currency);
  }
}
