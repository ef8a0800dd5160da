import type { Em } from '@orbita/database/connection';
import { assignLead, captureLead, disqualifyLead, evaluateLead, leadById, qualifyLead, recycleLead, workLead } from '@orbita/database/leads';
import { once } from '@orbita/database/requests';
import type { QualificationInput } from '@orbita/domain/leads';
import { isRefused, type Refusal } from '@orbita/domain/refusal';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow, decide, type RequestContext, writingOf } from '#request';
import {
  AssignLeadInput, CaptureLeadInput, DisqualifyLeadInput, EvaluateLeadInput, LeadAtInput, type LeadQualificationInput, LeadResult, QualifyLeadInput,
  RecycleLeadInput,
} from './lead-inputs.ts';
import { minorUnits } from './minor-units.ts';

@Resolver()
export class WriteLeadResolver {
  @Mutation(() => LeadResult, {
    description: 'One way for every door: finds the customer by his exact keys or makes him, starts the clock of the first answer and hands the lead over.',
  })
  @Allow('lead', 'create')
  captureLead(
    @Arg('input', () => CaptureLeadInput) input: CaptureLeadInput, @Ctx() context: RequestContext,
    @Arg('idempotencyKey', () => String, { nullable: true }) key?: string,
  ): Promise<object> {
    const asked = { principal: context.viewer.userId, key: key ?? context.idempotencyKey, input: ['captureLead', input], now: context.now };
    const budget = minorUnits(input.budget, context.company.currency, 'budget');
    const consents = input.consents?.map((consent) => ({ ...consent, givenAt: consent.givenAt?.getTime() }));
    return answer(context, (em) => once(em, asked, async () =>
      isRefused(budget) ? budget : captureLead(em, { ...input, budget, consents }, writingOf(context))));
  }

  @Mutation(() => LeadResult, { description: 'Somebody answered it: the clock of the first answer stops.' })
  @Allow('lead', 'update')
  workLead(@Arg('input', () => LeadAtInput) input: LeadAtInput, @Ctx() context: RequestContext): Promise<object> {
    return answer(context, (em) => workLead(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => LeadResult)
  @Allow('lead', 'update')
  evaluateLead(@Arg('input', () => EvaluateLeadInput) input: EvaluateLeadInput, @Ctx() context: RequestContext): Promise<object> {
    const said = saidOf(input.qualification, context);
    return answer(context, async (em) => (isRefused(said) ? said : evaluateLead(em, { ...input, qualification: said }, writingOf(context))), input.id);
  }

  @Mutation(() => LeadResult, { description: 'It becomes an opportunity: need must be a yes, and nothing a no.' })
  @Allow('lead', 'update')
  qualifyLead(@Arg('input', () => QualifyLeadInput) input: QualifyLeadInput, @Ctx() context: RequestContext): Promise<object> {
    const said = saidOf(input.qualification ?? {}, context);
    return answer(context, async (em) => (isRefused(said) ? said : qualifyLead(em, { ...input, qualification: said }, writingOf(context))), input.id);
  }

  @Mutation(() => LeadResult)
  @Allow('lead', 'update')
  disqualifyLead(@Arg('input', () => DisqualifyLeadInput) input: DisqualifyLeadInput, @Ctx() context: RequestContext): Promise<object> {
    return answer(context, (em) => disqualifyLead(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => LeadResult, { description: 'It rests, and comes back to work by itself.' })
  @Allow('lead', 'update')
  recycleLead(@Arg('input', () => RecycleLeadInput) input: RecycleLeadInput, @Ctx() context: RequestContext): Promise<object> {
    return answer(context, (em) => recycleLead(em, input, writingOf(context)), input.id);
  }

  @Mutation(() => LeadResult, { description: 'Hands it to somebody, who finds it in his inbox.' })
  @Allow('lead', 'update')
  assignLead(@Arg('input', () => AssignLeadInput) input: AssignLeadInput, @Ctx() context: RequestContext): Promise<object> {
    return answer(context, (em) => assignLead(em, input, writingOf(context)), input.id);
  }
}

function answer(context: RequestContext, write: (em: Em) => Promise<string | Refusal>, id?: string): Promise<object> {
  const read = async (done: string) => ({ lead: await leadById(context.em, done, context.viewer) });
  return decide(context, write, read, id === undefined ? undefined : () => read(id));
}

function saidOf({ budget, ...said }: LeadQualificationInput, { company }: RequestContext): QualificationInput | Refusal {
  if (!budget) return said;
  const amount = minorUnits(budget.amount, company.currency, 'qualification.budget.amount');
  return isRefused(amount) ? amount : { ...said, budget: { ...budget, amount } };
}
