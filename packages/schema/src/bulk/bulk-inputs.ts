import type { BulkScope, BulkTargets } from '@orbita/database/bulk';
import { type BulkChange, type BulkSubject, bulkSubjects, type BulkVerb, bulkVerbs } from '@orbita/domain/bulk';
import type { DisqualificationReason, LeadStatus } from '@orbita/domain/leads';
import type { LossReason, OpportunityStatus } from '@orbita/domain/opportunities';
import { type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { leadCatalogue } from '@orbita/domain/leads';
import { opportunityCatalogue } from '@orbita/domain/opportunities';
import { CustomValueInputType } from '#custom-fields';
import { Channel, customerFilterOf, CustomerSource } from '#customers';
import { DisqualificationReasonEnum, LeadStatusEnum } from '#leads';
import { LossReasonEnum, OpportunityStatusEnum } from '#opportunities';
import { type RequestContext, ruleOf } from '#request';
import { Json } from '#scalars';

export const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
export const BulkSubjectEnum = byName(bulkSubjects);
registerEnumType(BulkSubjectEnum, { name: 'BulkSubject', description: 'What can be changed many at once.' });
export const BulkVerbEnum = byName(bulkVerbs);
registerEnumType(BulkVerbEnum, { name: 'BulkVerb', description: 'What can be done with many: to customers ASSIGN, TAG, EDIT, DELETE and RESTORE; to opportunities ASSIGN, MOVE and LOSE; to leads ASSIGN and DISQUALIFY.' });
const nullable = true;

@InputType({ description: 'Whom a change is about: `ids` alone, or all that the list names with the same arguments.' })
export class BulkTargetsInput {
  @Field(() => [ID], { nullable, description: 'At most 10,000.' }) ids?: string[] | null;
  @Field(() => Json, { nullable, description: 'A rule tree over the facts of the subject.' }) rule?: unknown;
  @Field(() => String, { nullable }) search?: string;
  @Field(() => ID, { nullable, description: 'Customers: members of a segment.' }) segmentId?: string;
  @Field(() => Boolean, { nullable, description: 'Customers: the deleted ones, to restore.' }) deleted?: boolean;
  @Field(() => ID, { nullable, description: 'Opportunities and leads of a customer.' }) customerId?: string;
  @Field(() => ID, { nullable, description: 'Opportunities.' }) pipelineId?: string;
  @Field(() => OpportunityStatusEnum, { nullable, description: 'Opportunities.' }) status?: OpportunityStatus;
  @Field(() => [LeadStatusEnum], { nullable, description: 'Leads.' }) statuses?: LeadStatus[];
  @Field(() => Boolean, { nullable, description: "Leads: the viewer's own." }) mine?: boolean;
  @Field(() => Boolean, { nullable, description: 'Leads: those that nobody owns.' }) unowned?: boolean;
}

@InputType({ description: 'What is done with each: only what belongs to the verb may be said.' })
export class BulkChangeInput implements BulkChange {
  @Field(() => BulkVerbEnum) verb!: BulkVerb;
  @Field(() => ID, { nullable, description: 'ASSIGN: null hands it to nobody.' }) ownerId?: string | null;
  @Field(() => ID, { nullable, description: 'ASSIGN of customers.' }) teamId?: string | null;
  @Field(() => [String], { nullable, description: 'TAG.' }) addTags?: string[] | null;
  @Field(() => [String], { nullable, description: 'TAG.' }) removeTags?: string[] | null;
  @Field(() => CustomerSource, { nullable, description: 'EDIT.' }) source?: keyof typeof CustomerSource | null;
  @Field(() => Channel, { nullable, description: 'EDIT.' }) preferredChannel?: keyof typeof Channel | null;
  @Field(() => Boolean, { nullable, description: 'EDIT.' }) doNotContact?: boolean | null;
  @Field(() => String, { nullable, description: 'EDIT: ISO 639.' }) language?: string | null;
  @Field(() => [CustomValueInputType], { nullable, description: "EDIT: the company's own fields that are named." }) custom?: CustomValueInputType[] | null;
  @Field(() => String, { nullable, description: 'MOVE: key of the stage; each passes its gates.' }) stage?: string | null;
  @Field(() => LossReasonEnum, { nullable, description: 'LOSE.' }) lossReason?: LossReason | null;
  @Field(() => String, { nullable, description: 'LOSE.' }) competitor?: string | null;
  @Field(() => DisqualificationReasonEnum, { nullable, description: 'DISQUALIFY.' }) disqualificationReason?: DisqualificationReason | null;
  @Field(() => String, { nullable, description: 'LOSE and DISQUALIFY: why, in words.' }) note?: string | null;
}

@InputType()
export class BulkInput {
  @Field(() => BulkSubjectEnum) subject!: BulkSubject;
  @Field(() => BulkTargetsInput) targets!: BulkTargetsInput;
  @Field(() => BulkChangeInput) change!: BulkChangeInput;
}

type Target = keyof BulkTargetsInput;

/** What the list of each subject is asked by: another argument would be passed over, and mean everybody. */
const filteredBy: Readonly<Record<BulkSubject, readonly Target[]>> = {
  CUSTOMER: ['rule', 'search', 'segmentId', 'deleted'],
  OPPORTUNITY: ['rule', 'search', 'customerId', 'pipelineId', 'status'],
  LEAD: ['rule', 'search', 'customerId', 'statuses', 'mine', 'unowned'],
};

/** Whom the targets mean to this viewer, read as his lists read it; refuses what they do not read, and an error names a rule that cannot be read. */
export async function targetsOf({ subject, targets }: BulkInput, context: RequestContext): Promise<{ targets: BulkTargets; scope: BulkScope } | Refusal> {
  const wrong = refuseTargets(subject, targets);
  if (wrong) return wrong;
  const { ids, segmentId, search, customerId, pipelineId, status, statuses, mine, unowned } = targets;
  if (ids) return { targets: { ids: [...new Set(ids)] }, scope: 'SELECTION' };
  if (subject === 'CUSTOMER') return { targets: { filter: await customerFilterOf(targets, context.em, context.viewer) }, scope: segmentId ? 'SEGMENT' : 'FILTER' };
  if (subject === 'OPPORTUNITY') {
    return { targets: { filter: { rule: await ruleOf(context, targets.rule, opportunityCatalogue), search, customerId, pipelineId, status } }, scope: 'FILTER' };
  }
  return { targets: { filter: { rule: await ruleOf(context, targets.rule, leadCatalogue), search, customerId, statuses, mine, unowned } }, scope: 'FILTER' };
}

/** Refuses what would narrow nothing though it was said: what the subject is not asked by, anything beside `ids`, and no status at all. */
function refuseTargets(subject: BulkSubject, targets: BulkTargetsInput): Refusal | undefined {
  const said = (Object.keys(targets) as Target[]).filter((key) => targets[key] !== undefined && targets[key] !== null);
  const known: readonly Target[] = targets.ids ? ['ids'] : filteredBy[subject];
  const strange = said.find((key) => !known.includes(key));
  if (strange) return refuseBecause('INVALID', 'STRANGE_KEY', { field: `targets.${strange}`, key: strange, known: known.join(', ') });
  return targets.statuses?.length === 0 ? refuse('REQUIRED', { field: 'targets.statuses' }) : undefined;
}
