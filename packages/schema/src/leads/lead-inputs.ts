import type { Channel as ChannelName, ConsentState } from '@orbita/domain/contacts';
import type { CustomerSource as Source } from '@orbita/domain/customers';
import type { Answer, ConsentPurpose, DisqualificationReason, LeadChannel } from '@orbita/domain/leads';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CustomValueInputType } from '#custom-fields';
import { Channel, CustomerSource } from '#customers';
import { RefusalType } from '#refusals';
import { DateTime, Decimal, LocalDate } from '#scalars';
import { DisqualificationReasonEnum, LeadAnswerEnum, LeadChannelEnum, LeadType } from './lead.type.ts';

const LeadConsentPurpose = { ANSWER: 'ANSWER', MARKETING: 'MARKETING' } as const;
registerEnumType(LeadConsentPurpose, { name: 'LeadConsentPurpose', description: 'Only to be answered, or to be offered things.' });
const LeadConsentState = { GRANTED: 'GRANTED', DENIED: 'DENIED' } as const;
registerEnumType(LeadConsentState, { name: 'LeadConsentState' });
const nullable = true;

@InputType()
class LeadExternalIdInput {
  @Field(() => String) system!: string;
  @Field(() => String) id!: string;
}

@InputType({ description: 'Who turned to us, as far as he said: at least a name, an organisation or a way to reach him.' })
export class LeadWhoInput {
  @Field(() => String, { nullable, description: 'Of the person, where given and family name are not known apart.' }) name?: string | null;
  @Field(() => String, { nullable }) givenName?: string | null;
  @Field(() => String, { nullable }) familyName?: string | null;
  @Field(() => String, { nullable }) organisation?: string | null;
  @Field(() => String, { nullable }) jobTitle?: string | null;
  @Field(() => String, { nullable }) email?: string | null;
  @Field(() => String, { nullable }) phone?: string | null;
  @Field(() => String, { nullable }) taxId?: string | null;
  @Field(() => String, { nullable, description: 'ISO 3166 or name.' }) country?: string | null;
  @Field(() => String, { nullable, description: 'ISO 639-1.' }) language?: string | null;
  @Field(() => [LeadExternalIdInput], { nullable, description: 'His numbers in other systems.' }) externalIds?: LeadExternalIdInput[];
}

@InputType()
class LeadConsentInput {
  @Field(() => Channel) channel!: ChannelName;
  @Field(() => LeadConsentState, { defaultValue: 'GRANTED' }) state!: ConsentState;
  @Field(() => LeadConsentPurpose) purpose!: ConsentPurpose;
  @Field(() => String, { nullable, description: 'The words that he was shown; a grant needs them.' }) text?: string | null;
  @Field(() => DateTime, { nullable }) givenAt?: Date | null;
}

@InputType()
export class CaptureLeadInput {
  @Field(() => LeadChannelEnum) channel!: LeadChannel;
  @Field(() => CustomerSource, { nullable, description: 'What the channel says when not given.' }) source?: Source | null;
  @Field(() => String, { nullable, description: 'By name; made when there is none of it.' }) campaign?: string | null;
  @Field(() => ID, { nullable, description: "Business line; the company's default one when not given." }) lineId?: string | null;
  @Field(() => ID, { nullable, description: 'A customer known already; without one, `who`.' }) customerId?: string | null;
  @Field(() => LeadWhoInput, { nullable }) who?: LeadWhoInput | null;
  @Field(() => String, { nullable }) subject?: string | null;
  @Field(() => String, { nullable }) message?: string | null;
  @Field(() => String, { nullable, description: 'What he looks for, in his words.' }) need?: string | null;
  @Field(() => Decimal, { nullable, description: "What he would spend, in the company's currency." }) budget?: string | null;
  @Field(() => ID, { nullable, description: 'The customer who recommended us.' }) referrerId?: string | null;
  @Field(() => [LeadConsentInput], { nullable }) consents?: LeadConsentInput[];
  @Field(() => String, { nullable, description: 'What it is called where it comes from: it becomes a lead once for a source and sender.' }) reference?: string | null;
  @Field(() => DateTime, { nullable, description: 'Now when not given.' }) capturedAt?: Date;
  @Field(() => [CustomValueInputType], { nullable, description: "Of the company's own fields of leads. What is required may be missing until the lead is qualified." })
  custom?: CustomValueInputType[] | null;
}

@InputType()
export class LeadAtInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class LeadAnswerInput {
  @Field(() => LeadAnswerEnum, { nullable }) answer?: Answer | null;
  @Field(() => String, { nullable }) note?: string | null;
}

@InputType()
export class LeadBudgetInput extends LeadAnswerInput {
  @Field(() => Decimal, { nullable, description: "In the company's currency." }) amount?: string | null;
}

@InputType()
export class LeadTimingInput extends LeadAnswerInput {
  @Field(() => LocalDate, { nullable }) by?: string | null;
}

@InputType({ description: 'What was found out; what is absent stays as it is.' })
export class LeadQualificationInput {
  @Field(() => LeadAnswerInput, { nullable }) need?: LeadAnswerInput;
  @Field(() => LeadBudgetInput, { nullable }) budget?: LeadBudgetInput;
  @Field(() => LeadAnswerInput, { nullable }) authority?: LeadAnswerInput;
  @Field(() => LeadTimingInput, { nullable }) timing?: LeadTimingInput;
}

@InputType()
export class EvaluateLeadInput extends LeadAtInput {
  @Field(() => LeadQualificationInput) qualification!: LeadQualificationInput;
}

@InputType()
export class QualifyLeadInput extends LeadAtInput {
  @Field(() => String, { description: 'Of the opportunity.' }) title!: string;
  @Field(() => ID, { nullable, description: "That of the lead's line, or the company's first one, when not given." }) pipelineId?: string;
  @Field(() => LeadQualificationInput, { nullable }) qualification?: LeadQualificationInput;
  @Field(() => [CustomValueInputType], { nullable, description: "Of the company's own fields of leads: those that are named, kept before what is required is asked for." })
  custom?: CustomValueInputType[] | null;
}

@InputType()
export class UpdateLeadInput extends LeadAtInput {
  @Field(() => [CustomValueInputType], { nullable, description: "Of the company's own fields: those that are named." }) custom?: CustomValueInputType[] | null;
}

@InputType()
export class DisqualifyLeadInput extends LeadAtInput {
  @Field(() => DisqualificationReasonEnum) reason!: DisqualificationReason;
  @Field(() => String, { nullable, description: 'OTHER needs one.' }) note?: string | null;
}

@InputType()
export class RecycleLeadInput extends LeadAtInput {
  @Field(() => DateTime, { description: 'Rests until then, two years at most.' }) until!: Date;
}

@InputType()
export class AssignLeadInput extends LeadAtInput {
  @Field(() => ID, { nullable, description: 'Nobody in particular when null.' }) ownerId!: string | null;
}

@ObjectType({ description: 'The lead is null also when it is of a customer whom the viewer may not see: it was captured all the same.' })
export class LeadResult {
  @Field(() => LeadType, { nullable }) lead?: LeadType | null;
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}
