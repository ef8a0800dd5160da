import type { Em } from '@orbita/database/connection';
import { assignLead, captureLead, disqualifyLead, evaluateLead, leadById, qualifyLead, recycleLead, reopenLead, updateLead, workLead } from '@orbita/database/leads';
import { once } from '@orbita/database/requests';
import type { QualificationInput } from '@orbita/domain/leads';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, selectedFields, writingOf } from '#request';
import {
  AssignLeadInput, CaptureLeadInput, DisqualifyLeadInput, EvaluateLeadInput, LeadAtInput, type LeadQualificationInput, LeadResult, QualifyLeadInput,
  RecycleLeadInput, UpdateLeadInput,
} from './lead-inputs.ts';
import { minorUnits } from './minor-units.ts';

@Resolver()
export class WriteLeadResolver {
  @Mutation(() => LeadResult, {
    description: 'One way for every door: finds the customer by his exact keys or makes him, starts the clock of the first answer and hands the lead over.',
  })
  @Allow('lead', 'create')
  captureLead(
    @Arg('input', () => CaptureLeadInput) input: CaptureLeadInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
    @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Promise<object> {
    const asked = { principal: context.viewer.userId, key: key ?? context.idempotencyKey, input: ['captureLead', input], now: context.now };
    const budget = minorUnits(input.budget, context.company.currency, 'budget');
    const consents = input.consents?.map((consent) => ({ ...consent, givenAt: consent.givenAt?.getTime() }));
    return answer(context, info, (em) => once(em, asked, async () =>
      isRefused(budget) ? budget : captureLead(em, { ...input, budget, consents }, writingOf(context))));
  }

  @Mutation(() => LeadResult, { description: 'Somebody answered it: the clock of the first answer stops.' })
  @Allow('lead', 'update')
  workLead(@Arg('input', () => LeadAtInput) input: LeadAtInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return answer(context, info, (em) => workLead(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => LeadResult, { description: "Changes the company's own fields of an open lead; where it stands does not move." })
  @Allow('lead', 'update')
  updateLead(@Arg('input', () => UpdateLeadInput) input: UpdateLeadInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return answer(context, info, (em) => updateLead(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => LeadResult)
  @Allow('lead', 'update')
  evaluateLead(@Arg('input', () => EvaluateLeadInput) input: EvaluateLeadInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    const said = saidOf(input.qualification, context);
    return answer(context, info, async (em) => (isRefused(said) ? said : evaluateLead(em, { ...input, qualification: said }, writingOf(context))), input.id);
  }

  @Mutation(() => LeadResult, {
    description: "It becomes an opportunity: need must be a yes, nothing a no, and each of the company's own fields that is required, and that one may read, filled in (`REQUIRED`, `custom.‹name›`).",
  })
  @Allow('lead', 'update')
  qualifyLead(@Arg('input', () => QualifyLeadInput) input: QualifyLeadInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    const said = saidOf(input.qualification ?? {}, context);
    return answer(context, info, async (em) => (isRefused(said) ? said : qualifyLead(em, { ...input, qualification: said }, writingOf(context))), input.id);
  }

  @Mutation(() => LeadResult)
  @Allow('lead', 'update')
  disqualifyLead(@Arg('input', () => DisqualifyLeadInput) input: DisqualifyLeadInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return answer(context, info, (em) => disqualifyLead(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => LeadResult, { description: 'It rests, and comes back to work by itself.' })
  @Allow('lead', 'update')
  recycleLead(@Arg('input', () => RecycleLeadInput) input: RecycleLeadInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return answer(context, info, (em) => recycleLead(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => LeadResult, {
    description: 'Takes a disqualified lead up again: what ended stays ended, so this is a new lead like it, which is answered. Whoever was never answered still waits since then.',
  })
  @Allow('lead', 'create')
  reopenLead(
    @Arg('input', () => LeadAtInput) input: LeadAtInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo,
    @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Promise<object> {
    const asked = { principal: context.viewer.userId, key: key ?? context.idempotencyKey, input: ['reopenLead', input], now: context.now };
    return answer(context, info, (em) => once(em, asked, () => reopenLead(em, input, writingOf(context))), input.id);
  }

  @Mutation(() => LeadResult, { description: 'Hands it to somebody, who finds it in his inbox.' })
  @Allow('lead', 'update')
  assignLead(@Arg('input', () => AssignLeadInput) input: AssignLeadInput, @Ctx() context: RequestContext, @Info() info: GraphQLResolveInfo): Promise<object> {
    return answer(context, info, (em) => assignLead(em, input, writingOf(context)), input.id);
  }
}

function answer(context: RequestContext, info: GraphQLResolveInfo, write: (em: Em) => Promise<string | Refusal>, id?: string): Promise<object> {
  const read = async (done: string) => ({ lead: await leadById(context.em, done, selectedFields(info, ['lead']), context.viewer) });
  return decide(context, write, read, id === undefined ? undefined : () => read(id));
}

function saidOf({ budget, ...said }: LeadQualificationInput, { company }: RequestContext): QualificationInput | Refusal {
  if (!budget) return said;
  const amount = minorUnits(budget.amount, company.currency, 'qualification.budget.amount');
  return isRefused(amount) ? amount : { ...said, budget: { ...budget, amount } };
}
