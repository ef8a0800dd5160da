import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NamedType } from '#customers';
import { connectionType } from '#paging';
import { DateTime } from '#scalars';
import { CycleOrigin, CycleOutcome, CyclePhase } from './cycle-enums.ts';

const nullable = true;

@ObjectType('CycleVisit', { description: 'One stay in a phase.' })
export class CycleVisitType {
  @Field(() => CyclePhase) phase!: string;
  @Field(() => DateTime) enteredAt!: string;
  @Field(() => DateTime, { nullable }) leftAt!: string | null;
}

@ObjectType('CycleOrder', { description: 'The order that a cycle is about.' })
export class CycleOrderType {
  @Field(() => ID) id!: string;
  @Field(() => String) number!: string;
  @Field(() => Int) version!: number;
  @Field(() => DateTime, { nullable }) contractEndsAt!: string | null;
  @Field(() => DateTime, { nullable, description: 'For when notice of the contract was given.' }) noticeEndsAt!: string | null;
}

@ObjectType('Cycle', { description: 'One pass of a customer through the journey.' })
export class CycleType {
  @Field(() => ID) id!: string;
  @Field(() => CycleOrigin) origin!: string;
  @Field(() => CyclePhase) phase!: string;
  @Field(() => CyclePhase, { description: 'In which it began: a shop sale enters at DELIVERY.' }) entryPhase!: string;
  @Field(() => DateTime) openedAt!: string;
  @Field(() => DateTime, { description: 'When the present phase began, or that in which it closed.' }) phaseSince!: string;
  @Field(() => DateTime, { nullable, description: 'End of the after-sales window.' }) windowEndsAt!: string | null;
  @Field(() => DateTime, { nullable, description: 'It rests until then.' }) nurtureUntil!: string | null;
  @Field(() => Boolean, { description: 'The customer has left while we still owe: it closes as soon as we do not.' }) leaving!: boolean;
  @Field(() => Int, { description: 'Recommended customers who count for it.' }) referrals!: number;
  @Field(() => CycleOutcome, { nullable }) outcome!: string | null;
  @Field(() => CyclePhase, { nullable, description: 'In which a lost cycle stood.' }) lostInPhase!: string | null;
  @Field(() => CyclePhase, { nullable, description: 'Where a lost cycle broke.' }) leakPhase!: string | null;
  @Field(() => DateTime, { nullable }) closedAt!: string | null;
  @Field(() => String, { nullable, description: 'What somebody gave as the reason, else what closed it.' }) closeReason!: string | null;
  @Field(() => ID, { nullable, description: 'The latest earlier one of its line.' }) previousCycleId!: string | null;
  @Field(() => ID, { nullable }) opportunityId!: string | null;
  @Field(() => NamedType) line!: NamedType;
  @Field(() => CycleOrderType, { nullable }) order!: CycleOrderType | null;
  @Field(() => [CycleVisitType], { complexity: 2, description: 'The first is the entry, the last the present phase or that in which it closed.' }) visits!: CycleVisitType[];
}

@ObjectType()
export class CycleConnection extends connectionType('Cycle', CycleType) {}
