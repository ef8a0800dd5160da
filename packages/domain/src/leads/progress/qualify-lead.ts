import type { Instant } from '#calendar';
import { isRefused, type Refusal, refuse } from '#refusal';
import type { LeadState } from '../lead.ts';
import { againstQualifying, type Criterion, criterionLabels, type Qualification, type QualificationInput } from './qualification.ts';
import { evaluateLead } from './work-lead.ts';

export interface QualifiedLead {
  readonly status: 'QUALIFIED';
  readonly qualification: Qualification;
  readonly nurtureUntil: null;
  readonly endedAt: Instant;
}

/** The lead becomes an opportunity: need is a yes and nothing is a no (`againstQualifying`), else LEAD_NOT_QUALIFIED names what stands against it. */
export function qualifyLead(lead: LeadState, input: QualificationInput, now: Instant): QualifiedLead | Refusal {
  const evaluated = evaluateLead(lead, input, now);
  if (isRefused(evaluated)) return evaluated;
  const against = againstQualifying(evaluated.qualification);
  if (against.length > 0) return refuse('LEAD_NOT_QUALIFIED', { field: `qualification.${against[0]}`, details: named(against) });
  return { status: 'QUALIFIED', qualification: evaluated.qualification, nurtureUntil: null, endedAt: now };
}

const named = (against: readonly Criterion[]): Record<string, string> => ({
  criteria: against.join(', '),
  criteriaEn: against.map((criterion) => criterionLabels[criterion].en).join(', '),
  criteriaEs: against.map((criterion) => criterionLabels[criterion].es).join(', '),
});
