import type { CohortRow } from '@orbita/database/cycles';
import { openPhases } from '@orbita/domain/cycles';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CustomerSource } from '#customers';
import { LocalDate } from '#scalars';
import { CycleOrigin, CyclePhase } from './cycle-enums.ts';

const nullable = true;

@InputType({ description: 'Which cycles: by what is known when they open.' })
export class CycleCohortInput {
  @Field(() => LocalDate, { nullable, description: "First day on which they opened, in the company's zone." }) openedFrom?: string | null;
  @Field(() => LocalDate, { nullable, description: 'Last day.' }) openedUntil?: string | null;
  @Field(() => CycleOrigin, { nullable }) origin?: string | null;
  @Field(() => ID, { nullable }) lineId?: string | null;
  @Field(() => CustomerSource, { nullable }) source?: string | null;
  @Field(() => ID, { nullable, description: 'Whose customer it was when it opened.' }) ownerId?: string | null;
}

@ObjectType()
export class CyclesInPhase {
  @Field(() => CyclePhase) phase!: string;
  @Field(() => Int) count!: number;
}

@ObjectType({ description: 'How cycles ended: recurrent + referred + both + lost + disqualified + open = started.' })
export class CycleLedger {
  @Field(() => Int) started!: number;
  @Field(() => Int) recurrent!: number;
  @Field(() => Int) referred!: number;
  @Field(() => Int) recurrentAndReferred!: number;
  @Field(() => Int) lost!: number;
  @Field(() => Int) disqualified!: number;
  @Field(() => Int) open!: number;
  @Field(() => Int) closedWithOrder!: number;
  @Field(() => Int, { nullable, description: 'Of the closed cycles with an order, how many in a hundred ended well.' }) healthPct!: number | null;
  @Field(() => [CyclesInPhase], { complexity: 1, description: 'The lost ones by the phase in which they stood; adds up to `lost`.' }) lostInPhase!: CyclesInPhase[];
  @Field(() => [CyclesInPhase], { complexity: 1, description: 'The lost ones by the phase where they broke; adds up to `lost`.' }) leakPhase!: CyclesInPhase[];
}

@ObjectType()
export class CycleFunnelPhase {
  @Field(() => CyclePhase) phase!: string;
  @Field(() => Int, { description: 'Cycles whose furthest phase is this one or a later one.' }) reached!: number;
  @Field(() => Int, { description: 'Of those, the ones that entered here or before: who enters later was never converted.' }) passing!: number;
  @Field(() => Int, { nullable, description: 'Of the passing, the ones that reached the next phase; null in the last.' }) converted!: number | null;
  @Field(() => Float, { nullable, description: 'Median milliseconds of the visits that ended.' }) medianTime?: number | null;
}

@ObjectType()
export class CycleFunnel {
  @Field(() => [CycleFunnelPhase], { complexity: 10 }) phases!: CycleFunnelPhase[];
  @Field(() => Float, { nullable, description: 'Median milliseconds from the first contact to the first order, without those that began with it.' }) timeToFirstPurchase!: number | null;
}

@ObjectType({ description: 'A group of cycles; the groups of a cohort add up to it.' })
export class CycleCohort {
  @Field(() => String, { nullable, description: 'First day of the month, id, origin or source; null where it is not known.' }) key!: string | null;
  @Field(() => String, { nullable, description: 'Of the owner or line.' }) name!: string | null;
  @Field(() => CycleLedger) ledger!: CycleLedger;
  @Field(() => [CycleFunnelPhase], { complexity: 5, description: 'Without times.' }) funnel!: CycleFunnelPhase[];
}

export const ledgerAnswer = ({ lostInPhase, leakPhase, ...ledger }: CohortRow['ledger']): CycleLedger =>
  ({ ...ledger, lostInPhase: inPhases(lostInPhase), leakPhase: inPhases(leakPhase) });

const inPhases = (counts: CohortRow['ledger']['lostInPhase']): CyclesInPhase[] => openPhases.map((phase) => ({ phase, count: counts[phase] }));
