import type { Em } from '@orbita/database/connection';
import {
  loseOpportunity, moveOpportunity, openOpportunity, opportunityById, reopenOpportunity, updateOpportunity, winOpportunity,
} from '@orbita/database/opportunities';
import { once } from '@orbita/database/requests';
import { parseMoney } from '@orbita/domain/money';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, selectedFields, writingOf } from '#request';
import {
  LoseOpportunityInput, MoveOpportunityInput, OpenOpportunityInput, OpportunityResult, OpportunityVersionInput, UpdateOpportunityInput, WinOpportunityInput,
} from './opportunity-inputs.ts';

const nullable = true;

@Resolver()
export class WriteOpportunityResolver {
  @Mutation(() => OpportunityResult)
  @Allow('opportunity', 'create')
  openOpportunity(
    @Arg('input', () => OpenOpportunityInput) input: OpenOpportunityInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
    @Arg('idempotencyKey', () => String, { nullable }) key?: string,
  ): Promise<object> {
    return answer(context, info, (em) => once(em, asked(context, key, ['openOpportunity', input]), async () => {
      const amount = minorOf(input, input.currency ?? context.company.currency);
      return isRefused(amount) ? amount : openOpportunity(em, { ...input, amount }, writingOf(context));
    }));
  }

  @Mutation(() => OpportunityResult)
  @Allow('opportunity', 'update')
  updateOpportunity(
    @Arg('input', () => UpdateOpportunityInput) input: UpdateOpportunityInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answer(context, info, async (em) => {
      const currency = input.currency ?? (await opportunityById(em, input.id, new Set(), context.viewer, context.now))?.currency ?? context.company.currency;
      const amount = minorOf(input, currency);
      return isRefused(amount) ? amount : updateOpportunity(em, { ...input, amount }, writingOf(context));
    }, input.id);
  }

  @Mutation(() => OpportunityResult, { description: 'Forwards through the gates of every stage left or skipped; back is free.' })
  @Allow('opportunity', 'update')
  moveOpportunity(
    @Arg('input', () => MoveOpportunityInput) input: MoveOpportunityInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answer(context, info, (em) => moveOpportunity(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => OpportunityResult, { description: 'Makes its order, both or neither.' })
  @Allow('opportunity', 'update')
  winOpportunity(
    @Arg('input', () => WinOpportunityInput) input: WinOpportunityInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
    @Arg('idempotencyKey', () => String, { nullable }) key?: string,
  ): Promise<object> {
    return answer(context, info, (em) => once(em, asked(context, key, ['winOpportunity', input]), () => winOpportunity(em, input, writingOf(context))), input.id);
  }

  @Mutation(() => OpportunityResult)
  @Allow('opportunity', 'update')
  loseOpportunity(
    @Arg('input', () => LoseOpportunityInput) input: LoseOpportunityInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return answer(context, info, (em) => loseOpportunity(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => OpportunityResult, { description: 'Lost is final: this opens a new one like it, in a new cycle. Answers the new one.' })
  @Allow('opportunity', 'create')
  reopenOpportunity(
    @Arg('input', () => OpportunityVersionInput) input: OpportunityVersionInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
    @Arg('idempotencyKey', () => String, { nullable }) key?: string,
  ): Promise<object> {
    return answer(context, info, (em) => once(em, asked(context, key, ['reopenOpportunity', input]), () => reopenOpportunity(em, input, writingOf(context))), input.id);
  }
}

const asked = ({ viewer, idempotencyKey, now }: RequestContext, key: string | undefined, input: unknown) =>
  ({ principal: viewer.userId, key: key ?? idempotencyKey, input, now });

/** The amount in minor units of its currency; undefined leaves what is there, null takes it away. */
function minorOf({ amount }: { amount?: string | null }, currency: string): number | null | undefined | Refusal {
  if (amount === undefined || amount === null) return amount;
  const parsed = parseMoney(amount, currency);
  return isRefused(parsed) ? { ...parsed, field: 'amount' } : parsed.amount;
}

function answer(
  context: RequestContext, info: GraphQLResolveInfo, write: (em: Em) => Promise<string | Refusal>, id?: string,
): Promise<object> {
  const read = async (done: string) => ({
    opportunity: await opportunityById(context.em, done, selectedFields(info, ['opportunity']), context.viewer, context.now),
  });
  return decide(context, write, read, id === undefined ? undefined : () => read(id));
}
