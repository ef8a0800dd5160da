import { recordDeparture, setAcquisitionCost, setReferrer, withdrawDeparture } from '@orbita/database/customers';
import type { Em } from '@orbita/database/connection';
import type { Refusal } from '@orbita/domain/refusal';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Field, ID, Info, InputType, Int, Mutation, Resolver } from 'type-graphql';
import { customerAnswer, CustomerResult } from '#customers';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import { DateTime, Decimal } from '#scalars';
import { ChurnReason } from './cycle-enums.ts';

@InputType()
abstract class CustomerAtInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
class RecordDepartureInput extends CustomerAtInput {
  @Field(() => ChurnReason) reason!: string;
  @Field(() => String, { nullable: true }) note?: string;
  @Field(() => DateTime, { nullable: true, description: 'Now when not given; not before his last order.' }) leftAt?: Date;
}

@InputType()
class WithdrawDepartureInput extends CustomerAtInput {}

@InputType()
class SetReferrerInput extends CustomerAtInput {
  @Field(() => ID) referrerId!: string;
}

@InputType()
class SetAcquisitionCostInput extends CustomerAtInput {
  @Field(() => Decimal, { nullable: true, description: "In the company's currency; null when it is not known." }) cost!: string | null;
}

type Answer = Promise<object>;

@Resolver()
export class WriteCycleResolver {
  @Mutation(() => CustomerResult, { description: 'The customer says that he leaves: his open cycles end, those in which we owe as soon as we do not.' })
  @Allow('customer', 'update')
  recordDeparture(@Arg('input', () => RecordDepartureInput) input: RecordDepartureInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Answer {
    return answer(context, info, input.id, (em) => recordDeparture(em, input, writingOf(context)));
  }

  @Mutation(() => CustomerResult, { description: 'It was a mistake: he has not left. What was closed stays closed.' })
  @Allow('customer', 'update')
  withdrawDeparture(@Arg('input', () => WithdrawDepartureInput) input: WithdrawDepartureInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Answer {
    return answer(context, info, input.id, (em) => withdrawDeparture(em, input, writingOf(context)));
  }

  @Mutation(() => CustomerResult, { description: 'Who recommended him: once, before his first cycle.' })
  @Allow('customer', 'update')
  setReferrer(@Arg('input', () => SetReferrerInput) input: SetReferrerInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Answer {
    return answer(context, info, input.id, (em) => setReferrer(em, input, writingOf(context)));
  }

  @Mutation(() => CustomerResult, { description: 'What it cost to win him; for those who keep his orders and may read margins.' })
  @Allow('order', 'update')
  setAcquisitionCost(@Arg('input', () => SetAcquisitionCostInput) input: SetAcquisitionCostInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Answer {
    return answer(context, info, input.id, (em) => setAcquisitionCost(em, input, writingOf(context)));
  }
}

function answer(context: RequestContext, info: GraphQLResolveInfo, id: string, write: (em: Em) => Promise<string | Refusal>): Answer {
  const read = (done: string) => customerAnswer(context, done, info);
  return decide(context, write, read, () => read(id));
}
