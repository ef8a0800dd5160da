import { referralTree, type ReferralRow, type ReferralTreeRow } from '@orbita/database/cycles';
import { Ctx, Field, FieldResolver, ID, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { CustomerType, NamedType } from '#customers';
import { type RequestContext } from '#request';
import { money, MoneyType } from '#scalars';

const nullable = true;

@ObjectType({ description: 'Somebody who was recommended.' })
export class Referral {
  @Field(() => ID) customerId!: string;
  @Field(() => String) name!: string;
  @Field(() => ID, { description: 'Who recommended him: the customer, or another of the tree.' }) parentId!: string;
  @Field(() => Int, { description: '1 for those whom the customer recommended himself.' }) depth!: number;
  @Field(() => Boolean, { description: 'Became a qualified opportunity: this counts for who recommended him.' }) qualified!: boolean;
  @Field(() => Int) orders!: number;
  @Field(() => MoneyType, { nullable }) revenue!: MoneyType | null;
}

@ObjectType({ description: 'Whom a customer recommended, and whom those did, five deep, as far as the viewer sees.' })
export class ReferralTree {
  @Field(() => NamedType, { nullable, description: 'Who recommended the customer.' }) referrer!: NamedType | null;
  @Field(() => [Referral], { complexity: 10, description: 'The first two hundred, the nearest first.' }) nodes!: Referral[];
  @Field(() => Int) recommended!: number;
  @Field(() => Int) qualified!: number;
  @Field(() => Int) bought!: number;
  @Field(() => MoneyType, { nullable, description: 'What they have bought.' }) revenue!: MoneyType | null;
}

@Resolver(() => CustomerType)
export class CustomerReferralsResolver {
  @FieldResolver(() => ReferralTree, { complexity: ({ childComplexity }) => 5 + childComplexity })
  async referrals(@Root() { id }: CustomerType, @Ctx() { em, viewer, company }: RequestContext): Promise<ReferralTree> {
    const tree: ReferralTreeRow = await referralTree(em, id, viewer);
    const inCompany = <Row extends { revenue: string | null }>(row: Row) => ({ ...row, revenue: money(row.revenue, company.currency) });
    return { ...inCompany(tree), nodes: tree.nodes.map((node: ReferralRow) => inCompany(node)) };
  }
}
