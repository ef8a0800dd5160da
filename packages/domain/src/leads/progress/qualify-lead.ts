import type { Instant } from '#calendar';
import { type CustomField, type CustomValues, missingRequired } from '#custom-fields';
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

/** The company's own fields of leads, and what the lead holds of them. */
export interface OwnOfLead {
  readonly fields: readonly CustomField[];
  readonly values: CustomValues;
}

/**
 * The lead becomes an opportunity: need is a yes and nothing is a no (`againstQualifying`), else LEAD_NOT_QUALIFIED names
 * what stands against it; and every field that the company requires of leads has a value, else REQUIRED names the first
 * without one (`custom.budgetYear`).
 */
export function qualifyLead(lead: LeadState, input: QualificationInput, now: Instant, own: OwnOfLead = { fields: [], values: {} }): QualifiedLead | Refusal {
  const evaluated = evaluateLead(lead, input, now);
  if (isRefused(evaluated)) return evaluated;
  const against = againstQualifying(evaluated.qualification);
  if (against.length > 0) return refuse('LEAD_NOT_QUALIFIED', { field: `qualification.${against[0]}`, details: named(against) });
  const missing = missingRequired(own.fields, own.values);
  if (missing) return missing;
  return { status: 'QUALIFIED', qualification: evaluated.qualification, nurtureUntil: null, endedAt: now };
}

const named = (against: readonly Criterion[]): Record<string, string> => ({
  criteria: against.join(', '),
  criteriaEn: against.map((criterion) => criterionLabels[criterion].en).join(', '),
  criteriaEs: against.map((criterion) => criterionLabels[criterion].es).join(', '),
});
