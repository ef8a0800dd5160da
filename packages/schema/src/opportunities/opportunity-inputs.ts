import type { Answer } from '@orbita/domain/leads';
import type { LossReason, WinReason } from '@orbita/domain/opportunities';
import type { CustomerSource as Source } from '@orbita/domain/customers';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { opportunityOrders } from '@orbita/database/opportunities';
import { CustomValueInputType } from '#custom-fields';
import { CustomerSource } from '#customers';
import { PlaceOrderLineInput } from '#orders';
import { PageArgs } from '#paging';
import { RefusalType } from '#refusals';
import { DateTime, Decimal, Json, LocalDate } from '#scalars';
import { LossReasonEnum, OpportunityStatusEnum, OpportunityType, QualificationAnswer, WinReasonEnum } from './opportunity.type.ts';

const nullable = true;
const OpportunityOrderEnum = Object.fromEntries(opportunityOrders.map((name) => [name, name]));
registerEnumType(OpportunityOrderEnum, { name: 'OpportunityOrderBy' });

@InputType('OpportunityOrder')
export class OpportunityOrderInput {
  @Field(() => OpportunityOrderEnum, { defaultValue: 'openedAt' }) by!: (typeof opportunityOrders)[number];
  @Field(() => String, { nullable, description: "Name of one of the company's own fields; it goes before `by`." }) custom?: string | null;
  @Field(() => Boolean, { defaultValue: false }) descending!: boolean;
}

@ArgsType()
export class OpportunitiesArgs extends PageArgs {
  @Field(() => Json, { nullable, description: 'A rule tree over the facts of opportunity and customer.' }) rule?: unknown;
  @Field(() => String, { nullable, description: 'In the title, or words of the customer.' }) search?: string;
  @Field(() => ID, { nullable }) pipelineId?: string;
  @Field(() => ID, { nullable }) customerId?: string;
  @Field(() => OpportunityStatusEnum, { nullable }) status?: 'OPEN' | 'WON' | 'LOST';
  @Field(() => OpportunityOrderInput, { nullable }) orderBy?: OpportunityOrderInput;
}

@ArgsType()
export class BoardArgs {
  @Field(() => ID) pipelineId!: string;
  @Field(() => Json, { nullable }) rule?: unknown;
  @Field(() => String, { nullable }) search?: string;
  @Field(() => Int, { defaultValue: 50, description: 'Cards of each column, 1–100.' }) first!: number;
}

@ArgsType()
export class BoardCardsArgs extends BoardArgs {
  @Field(() => String) stage!: string;
  @Field(() => String, { nullable }) after?: string;
}

@ArgsType()
export class ForecastArgs {
  @Field(() => ID, { nullable }) pipelineId?: string;
  @Field(() => Json, { nullable }) rule?: unknown;
  @Field(() => String, { nullable }) search?: string;
  @Field(() => LocalDate, { nullable, description: 'Won on this day or later; the first of this month when not given.' }) wonSince?: string;
}

@InputType()
export class OpportunityAnswerInput {
  @Field(() => QualificationAnswer) answer!: Answer;
}

@InputType()
export class OpportunityQualificationInput {
  @Field(() => OpportunityAnswerInput, { nullable }) need?: OpportunityAnswerInput;
  @Field(() => OpportunityAnswerInput, { nullable }) budget?: OpportunityAnswerInput;
  @Field(() => OpportunityAnswerInput, { nullable }) authority?: OpportunityAnswerInput;
  @Field(() => OpportunityAnswerInput, { nullable }) timing?: OpportunityAnswerInput;
}

@InputType()
class OpportunityFieldsInput {
  @Field(() => Decimal, { nullable }) amount?: string | null;
  @Field(() => String, { nullable, description: "ISO 4217; the company's when not given." }) currency?: string;
  @Field(() => LocalDate, { nullable }) expectedCloseOn?: string | null;
  @Field(() => ID, { nullable }) ownerId?: string | null;
  @Field(() => ID, { nullable }) contactId?: string | null;
  @Field(() => OpportunityQualificationInput, { nullable }) qualification?: OpportunityQualificationInput;
  @Field(() => [CustomValueInputType], { nullable, description: "The company's own fields that are named." }) custom?: CustomValueInputType[] | null;
}

@InputType()
export class OpenOpportunityInput extends OpportunityFieldsInput {
  @Field(() => ID) customerId!: string;
  @Field(() => String) title!: string;
  @Field(() => ID, { nullable, description: "The line's own, or the company's first one, when not given." }) pipelineId?: string;
  @Field(() => ID, { nullable }) lineId?: string;
  @Field(() => CustomerSource, { nullable }) source?: Source;
  @Field(() => ID, { nullable, description: 'The customer who recommended this one.' }) referrerId?: string;
  @Field(() => ID, { nullable, description: 'The contract order that it is to renew.' }) renews?: string;
}

@InputType()
export class OpportunityVersionInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class UpdateOpportunityInput extends OpportunityFieldsInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable }) title?: string;
}

@InputType()
export class MoveOpportunityInput extends OpportunityVersionInput {
  @Field(() => String, { description: 'Key of the stage; its own to put the card elsewhere in the column.' }) to!: string;
  @Field(() => ID, { nullable, description: 'The card below which it is put; on top when not given.' }) below?: string | null;
  @Field(() => String, { nullable, description: 'Passes gates that do not hold, by whom may, and is recorded.' }) overrideReason?: string;
}

@InputType()
export class WonOrderInput {
  @Field(() => String, { nullable }) number?: string;
  @Field(() => Boolean, { nullable }) tracked?: boolean;
  @Field(() => DateTime, { nullable, description: 'Makes it a contract.' }) contractEndsAt?: Date;
  @Field(() => [PlaceOrderLineInput], { nullable, description: "One line with the opportunity's title and amount when not given." }) lines?: PlaceOrderLineInput[];
}

@InputType()
export class WinOpportunityInput extends OpportunityVersionInput {
  @Field(() => [WinReasonEnum], { nullable }) reasons?: WinReason[];
  @Field(() => String, { nullable }) note?: string;
  @Field(() => String, { nullable }) overrideReason?: string;
  @Field(() => WonOrderInput, { nullable }) order?: WonOrderInput;
}

@InputType()
export class LoseOpportunityInput extends OpportunityVersionInput {
  @Field(() => LossReasonEnum) reason!: LossReason;
  @Field(() => String, { nullable, description: 'Needed when the reason is OTHER.' }) note?: string;
  @Field(() => String, { nullable }) competitor?: string;
}

@ObjectType()
export class OpportunityResult {
  @Field(() => OpportunityType, { nullable, description: 'As it stands now; after STALE_VERSION and GATE_NOT_MET too.' }) opportunity?: OpportunityType | null;
  @Field(() => RefusalType, { nullable }) refusal!: RefusalType | null;
}
