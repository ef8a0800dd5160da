import { revenueSoFar } from '@orbita/database/orders';
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { Allow, type RequestContext } from '#request';
import { money, MoneyType } from '#scalars';

@ObjectType({ description: "What was sold, by the order's date, less what came back, in the company's currency." })
export class Revenue {
  @Field(() => MoneyType) thisMonth!: MoneyType;
  @Field(() => MoneyType) lastMonth!: MoneyType;
  @Field(() => MoneyType, { description: 'As far into last month as today is into this one.' }) lastMonthSoFar!: MoneyType;
  @Field(() => MoneyType, { description: 'Since the fiscal year began.' }) yearToDate!: MoneyType;
}

@Resolver()
export class RevenueResolver {
  @Query(() => Revenue, { nullable: true, complexity: 20, description: 'Of the customers that the viewer sees; null to one who may not read amounts sold.' })
  @Allow('order', 'read')
  async revenue(@Ctx() { em, viewer, company, now }: RequestContext): Promise<Revenue | null> {
    const row = await revenueSoFar(em, { now, zone: company.zone }, viewer);
    if (!row) return null;
    const of = (minor: string): MoneyType => money(minor, company.currency)!;
    return { thisMonth: of(row.thisMonth), lastMonth: of(row.lastMonth), lastMonthSoFar: of(row.lastMonthSoFar), yearToDate: of(row.yearToDate) };
  }
}
