import { answers, type Answer } from '@orbita/domain/leads';
import { type LossReason, lossReasons, type OpportunityStatus, opportunityStatuses, type PossibleMove, type WinReason, winReasons } from '@orbita/domain/opportunities';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NamedType } from '#customers';
import { connectionType } from '#paging';
import { DateTime, Json, LocalDate, MoneyType } from '#scalars';
import { PipelineText, PipelineType } from './pipeline.type.ts';

const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
export const OpportunityStatusEnum = byName(opportunityStatuses);
registerEnumType(OpportunityStatusEnum, { name: 'OpportunityStatus', description: 'Won and lost are final.' });
export const WinReasonEnum = byName(winReasons);
registerEnumType(WinReasonEnum, { name: 'WinReason', description: 'Why a customer bought from us.' });
export const LossReasonEnum = byName(lossReasons);
registerEnumType(LossReasonEnum, { name: 'LossReason', description: 'Why a customer did not buy from us.' });
export const QualificationAnswer = byName(answers);
registerEnumType(QualificationAnswer, { name: 'OpportunityAnswer', description: 'What is known of one question.' });
const DirectionOfMove = byName(['FORWARD', 'BACK', 'WIN']);
registerEnumType(DirectionOfMove, { name: 'MoveDirection' });

@ObjectType({ description: 'One thing that keeps a gate shut.' })
export class MissingForGate {
  @Field(() => String, { description: 'Key of the stage whose gate it is.' }) stage!: string;
  @Field(() => String, { description: "In the viewer's language." }) stageName!: string;
  @Field(() => PipelineText, { nullable: true, complexity: 0 }) stageNames!: PipelineText | null;
  @Field(() => Json, { description: 'What must come true: a part of the gate.' }) rule!: unknown;
  @Field(() => String, { description: "The same in words, in the viewer's language." }) text!: string;
}

@ObjectType({ description: 'A stage to which an opportunity could go, or won, and what is missing for it.' })
export class AllowedMove {
  @Field(() => String, { description: 'Key of the stage, or WON.' }) to!: string;
  @Field(() => DirectionOfMove) direction!: PossibleMove['direction'];
  @Field(() => [MissingForGate], { complexity: ({ childComplexity }) => 2 * childComplexity }) missing!: MissingForGate[];
}

@ObjectType({ description: 'How long an opportunity stood in a stage.' })
export class OpportunityVisit {
  @Field(() => String) stage!: string;
  @Field(() => DateTime) enteredAt!: string;
  @Field(() => DateTime, { nullable: true }) leftAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why gates that did not hold were passed to come here, to one who may read what people wrote.' }) overrideReason!: string | null;
}

@ObjectType({ description: 'What is known of need, budget, authority and timing.' })
export class OpportunityQualification {
  @Field(() => QualificationAnswer) need!: Answer;
  @Field(() => QualificationAnswer) budget!: Answer;
  @Field(() => QualificationAnswer) authority!: Answer;
  @Field(() => QualificationAnswer) timing!: Answer;
}

@ObjectType('Opportunity', { description: 'A qualified chance to sell. Amounts are null when nobody has estimated them, and to one who may not read them.' })
export class OpportunityType {
  @Field(() => ID) id!: string;
  @Field(() => ID) customerId!: string;
  @Field(() => String) customerName!: string;
  @Field(() => ID) pipelineId!: string;
  @Field(() => String, { description: 'Key of the stage in which it stands, or stood when it was closed.' }) stage!: string;
  @Field(() => DateTime) stageSince!: string;
  @Field(() => OpportunityStatusEnum) status!: OpportunityStatus;
  @Field(() => String) title!: string;
  @Field(() => NamedType) line!: NamedType;
  @Field(() => NamedType, { nullable: true }) owner!: NamedType | null;
  @Field(() => NamedType, { nullable: true }) contact!: NamedType | null;
  @Field(() => ID, { nullable: true }) leadId!: string | null;
  @Field(() => ID, { nullable: true }) cycleId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The lost one that it takes up again.' }) reopensId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The order that it became.' }) orderId!: string | null;
  @Field(() => LocalDate, { nullable: true }) expectedCloseOn!: string | null;
  @Field(() => String, { nullable: true }) source!: string | null;
  @Field(() => [WinReasonEnum], { complexity: 1 }) winReasons!: WinReason[];
  @Field(() => LossReasonEnum, { nullable: true }) lossReason!: LossReason | null;
  @Field(() => String, { nullable: true, description: 'To one who may read what people wrote.' }) closeNote!: string | null;
  @Field(() => String, { nullable: true, description: 'Who got it instead, to one who may read what people wrote.' }) competitor!: string | null;
  @Field(() => DateTime) openedAt!: string;
  @Field(() => DateTime, { nullable: true }) closedAt!: string | null;
  @Field(() => DateTime, { nullable: true }) nextActivityAt!: string | null;
  @Field(() => DateTime, { nullable: true }) lastActivityAt!: string | null;
  @Field(() => Int) version!: number;
  @Field(() => [OpportunityVisit], { complexity: ({ childComplexity }) => 5 * childComplexity, description: 'The stages in which it stood, in order.' })
  history!: OpportunityVisit[];
}

@ObjectType({ description: "Sums in the company's currency over everything that a list names, not over a page; null to one who may not read amounts." })
export class OpportunityTotals {
  @Field(() => MoneyType, { nullable: true }) amount!: MoneyType | null;
  @Field(() => MoneyType, { nullable: true, description: 'Won ones in full, open ones times the probability of their stage, lost ones not at all.' }) weightedAmount!: MoneyType | null;
}

@ObjectType()
export class OpportunityConnection extends connectionType('Opportunity', OpportunityType) {}

@ObjectType({ description: 'A column: counts and sums are over everything that matches, not over the cards that are shown.' })
export class OpportunityColumn {
  @Field(() => String) stage!: string;
  @Field(() => Int) count!: number;
  @Field(() => MoneyType, { nullable: true }) amount!: MoneyType | null;
  @Field(() => MoneyType, { nullable: true, description: 'Each amount times the probability of the stage.' }) weightedAmount!: MoneyType | null;
  // How many, the board itself counts.
  @Field(() => OpportunityConnection, { complexity: ({ childComplexity }) => childComplexity, description: 'The first cards; `boardCards` has more.' }) cards!: object;
}

@ObjectType()
export class OpportunityBoard {
  @Field(() => PipelineType) pipeline!: object;
  @Field(() => [OpportunityColumn], { complexity: ({ childComplexity }) => childComplexity }) columns!: OpportunityColumn[];
}

@ObjectType({ description: "A month of the forecast, in the company's currency." })
export class ForecastMonth {
  @Field(() => String, { nullable: true, description: 'YYYY-MM; null: without a date.' }) month!: string | null;
  @Field(() => Int) count!: number;
  @Field(() => MoneyType, { nullable: true, description: 'Won already, in full.' }) won!: MoneyType | null;
  @Field(() => MoneyType, { nullable: true, description: 'Won, and what is so likely that sales stand for it.' }) committed!: MoneyType | null;
  @Field(() => MoneyType, { nullable: true, description: 'Won, and each open amount times its probability.' }) weighted!: MoneyType | null;
  @Field(() => MoneyType, { nullable: true, description: 'Won, and all that is open in full.' }) bestCase!: MoneyType | null;
}

@ObjectType()
export class OpportunityForecast {
  @Field(() => [ForecastMonth], { complexity: ({ childComplexity }) => 12 * childComplexity }) months!: ForecastMonth[];
  @Field(() => ForecastMonth) total!: ForecastMonth;
}

@ObjectType({ description: 'An opportunity of the board as it stands now.' })
export class BoardChange {
  @Field(() => ID) pipelineId!: string;
  @Field(() => OpportunityType) opportunity!: object;
}
