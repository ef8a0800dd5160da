import {
  type Answer, answers, type DisqualificationReason, disqualificationReasons, type LeadChannel, leadChannels, type LeadStatus, leadStatuses,
} from '@orbita/domain/leads';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CustomerSource, NamedType } from '#customers';
import { connectionType, PageArgs } from '#paging';
import { DateTime, Json, LocalDate } from '#scalars';

const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
export const LeadStatusEnum = byName(leadStatuses);
registerEnumType(LeadStatusEnum, { name: 'LeadStatus', description: 'Nobody works it, somebody does, it rests until a date, or it has ended one way or the other.' });
export const LeadChannelEnum = byName(leadChannels);
registerEnumType(LeadChannelEnum, { name: 'LeadChannel', description: 'Through what the interest reached us.' });
export const LeadAnswerEnum = byName(answers);
registerEnumType(LeadAnswerEnum, { name: 'LeadAnswer' });
export const DisqualificationReasonEnum = byName(disqualificationReasons);
registerEnumType(DisqualificationReasonEnum, { name: 'DisqualificationReason' });
const LeadAdviceEnum = byName(['QUALIFY', 'RECYCLE', 'DISQUALIFY', 'ASK'] as const);
registerEnumType(LeadAdviceEnum, { name: 'LeadAdvice', description: 'What the answers advise.' });
const LeadOrderEnum = byName(['CAPTURED', 'DUE'] as const);
registerEnumType(LeadOrderEnum, { name: 'LeadOrder', description: 'The latest first, or what is due first: the answer, then the end of the rest.' });
export type LeadAdvice = keyof typeof LeadAdviceEnum;

@ObjectType()
export class LeadAnswerType {
  @Field(() => LeadAnswerEnum) answer!: Answer;
  @Field(() => String, { nullable: true }) note!: string | null;
}

@ObjectType('LeadBudget')
export class LeadBudgetType extends LeadAnswerType {}

@ObjectType('LeadTiming')
export class LeadTimingType extends LeadAnswerType {
  @Field(() => LocalDate, { nullable: true, description: 'By when he buys.' }) by!: string | null;
}

@ObjectType('LeadQualification', { description: 'Does he look for what we sell, can he pay it, does he decide, does he buy soon.' })
export class LeadQualificationType {
  @Field(() => LeadAnswerType) need!: LeadAnswerType;
  @Field(() => LeadBudgetType) budget!: LeadBudgetType;
  @Field(() => LeadAnswerType) authority!: LeadAnswerType;
  @Field(() => LeadTimingType) timing!: LeadTimingType;
}

@ObjectType('LeadRoute', { description: 'Why a lead went where it went.' })
export class LeadRouteType {
  @Field(() => String, { nullable: true, description: 'Name of the routing rule; null when none held.' }) rule!: string | null;
  @Field(() => String, { nullable: true, description: 'OWNER, LEAST_LOADED, ROUND_ROBIN, TEAM_QUEUE, CAPTURER or NOBODY.' }) how!: string | null;
}

@ObjectType('Lead', { description: 'One expression of interest, to be qualified. What was written is null to one who may not read personal data.' })
export class LeadType {
  @Field(() => ID) id!: string;
  @Field(() => LeadStatusEnum) status!: LeadStatus;
  @Field(() => LeadChannelEnum) channel!: LeadChannel;
  @Field(() => CustomerSource) source!: string;
  @Field(() => NamedType, { nullable: true }) campaign!: NamedType | null;
  @Field(() => NamedType, { description: 'Business line.' }) line!: NamedType;
  @Field(() => String, { nullable: true }) subject!: string | null;
  @Field(() => String, { nullable: true }) message!: string | null;
  @Field(() => NamedType, { nullable: true, description: 'The person who wrote for an organisation.' }) contact!: NamedType | null;
  @Field(() => NamedType, { nullable: true }) owner!: NamedType | null;
  @Field(() => NamedType, { nullable: true, description: 'In whose queue it is.' }) team!: NamedType | null;
  @Field(() => LeadRouteType, { nullable: true }) routedBy!: LeadRouteType | null;
  @Field(() => DisqualificationReasonEnum, { nullable: true }) disqualifiedReason!: DisqualificationReason | null;
  @Field(() => String, { nullable: true }) reasonNote!: string | null;
  @Field(() => DateTime) capturedAt!: string;
  @Field(() => DateTime, { nullable: true, description: 'When an answer is due at the latest; null when nobody waits for one.' }) responseDueAt!: string | null;
  @Field(() => DateTime, { nullable: true }) firstResponseAt!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Rests until then.' }) nurtureUntil!: string | null;
  @Field(() => DateTime, { nullable: true }) endedAt!: string | null;
  @Field(() => ID, { nullable: true, description: 'The opportunity that it became.' }) opportunityId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The disqualified one that it takes up again.' }) reopensId!: string | null;
  @Field(() => Int) version!: number;
}

@ObjectType()
export class LeadConnection extends connectionType('Lead', LeadType) {}

@InputType({ description: "By one of the company's own fields, those without a value last." })
export class LeadCustomOrder {
  @Field(() => String) name!: string;
  @Field(() => Boolean, { defaultValue: false }) descending!: boolean;
}

@ArgsType()
export class LeadsArgs extends PageArgs {
  @Field(() => Json, { nullable: true, description: "A rule tree over the lead's and its customer's facts (`ruleCatalogue(subject: lead)`)." }) rule?: unknown;
  @Field(() => String, { nullable: true }) search?: string;
  @Field(() => [LeadStatusEnum], { nullable: true }) statuses?: LeadStatus[];
  @Field(() => Boolean, { nullable: true, description: "Only the viewer's own." }) mine?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Only those that nobody owns.' }) unowned?: boolean;
  @Field(() => ID, { nullable: true }) customerId?: string;
  @Field(() => LeadOrderEnum, { defaultValue: 'CAPTURED' }) orderBy!: 'CAPTURED' | 'DUE';
  @Field(() => LeadCustomOrder, { nullable: true, description: 'Goes before `orderBy`.' }) orderByCustom?: LeadCustomOrder | null;
}

@ObjectType({ description: 'How it stands with the leads that the viewer sees.' })
export class LeadsChange {
  @Field(() => Int, { description: 'New ones that wait for their first answer.' }) waiting!: number;
}
