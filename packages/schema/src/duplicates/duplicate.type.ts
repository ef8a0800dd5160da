import { type DuplicateReasonKind, duplicateReasonKinds, type DuplicateVerdict } from '@orbita/domain/duplicates';
import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CustomerKind } from '#customers';
import { connectionType, PageArgs } from '#paging';
import { RefusalType } from '#refusals';
import { DateTime, Json } from '#scalars';

const byName = <Name extends string>(names: readonly Name[]) => Object.fromEntries(names.map((name) => [name, name])) as Record<Name, Name>;
const DuplicateReasonEnum = byName(duplicateReasonKinds);
registerEnumType(DuplicateReasonEnum, { name: 'DuplicateReasonKind', description: 'What speaks for or against two records being one customer.' });
const DuplicateVerdictEnum = byName(['CERTAIN', 'LIKELY'] as const);
registerEnumType(DuplicateVerdictEnum, { name: 'DuplicateVerdict' });
export const DuplicateStateEnum = byName(['OPEN', 'DISMISSED', 'MERGED'] as const);
registerEnumType(DuplicateStateEnum, { name: 'DuplicateState', description: 'Waits for somebody to look, was found to be two, or is one by now.' });
export type DuplicateState = keyof typeof DuplicateStateEnum;

@ObjectType('DuplicateReason')
export class DuplicateReasonType {
  @Field(() => DuplicateReasonEnum) kind!: DuplicateReasonKind;
  @Field(() => Int, { description: 'Each halves the chance of a coincidence; below zero it speaks against.' }) points!: number;
  @Field(() => String, { description: "In the viewer's language." }) label!: string;
}

@ObjectType('PossibleDuplicateCustomer')
class PossibleDuplicateCustomer {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => CustomerKind) kind!: string;
  @Field(() => String, { nullable: true }) city!: string | null;
}

@ObjectType('PossibleDuplicate', { description: 'Somebody who may be the customer that is being entered.' })
export class PossibleDuplicateType {
  @Field(() => DuplicateVerdictEnum) verdict!: DuplicateVerdict;
  @Field(() => Int, { description: 'Likely from 20 on, very likely from 30 on; 0 of one whom the viewer may not see.' }) score!: number;
  @Field(() => [DuplicateReasonType], { description: 'The strongest first.' }) reasons!: DuplicateReasonType[];
  @Field(() => PossibleDuplicateCustomer, { nullable: true, description: 'Null for one whom the viewer may not see.' }) customer!: PossibleDuplicateCustomer | null;
  @Field(() => String, { nullable: true, description: 'Who looks after him.' }) ownerName!: string | null;
}

@ObjectType('DuplicatePair', { description: 'Two customers who may be one.' })
export class DuplicatePairType {
  @Field(() => ID) id!: string;
  @Field(() => DuplicateVerdictEnum) verdict!: DuplicateVerdict;
  @Field(() => Int) score!: number;
  @Field(() => DuplicateStateEnum) state!: DuplicateState;
  @Field(() => DateTime) foundAt!: string;
  @Field(() => DateTime, { nullable: true }) decidedAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Who found them to be two.' }) decidedByName!: string | null;
}

@ObjectType()
export class DuplicatePairConnection extends connectionType('DuplicatePair', DuplicatePairType) {}

@ArgsType()
export class DuplicatePairsArgs extends PageArgs {
  @Field(() => DuplicateStateEnum, { defaultValue: 'OPEN' }) state!: DuplicateState;
  @Field(() => ID, { nullable: true, description: 'Only pairs with this customer.' }) customerId?: string;
  @Field(() => Json, { nullable: true, description: 'A rule tree over the facts of a customer (`ruleCatalogue`), true of one of the two.' }) rule?: unknown;
  @Field(() => String, { nullable: true, description: 'What one of the two is found by: names, ways to reach him, tax ids, order numbers.' }) search?: string;
}

@ObjectType('DuplicateScan', { description: 'Everybody compared with everybody, in the background.' })
export class DuplicateScanType {
  @Field(() => ID) id!: string;
  @Field(() => DateTime) startedAt!: string;
  @Field(() => String, { nullable: true, description: 'Null when the clock did.' }) startedByName!: string | null;
  @Field(() => Int) checked!: number;
  @Field(() => Int) total!: number;
  @Field(() => DateTime, { nullable: true }) doneAt!: string | null;
}

@ObjectType({ description: 'The pair as it is now, or why nothing was done.' })
export class DuplicatePairResult {
  @Field(() => DuplicatePairType, { nullable: true }) pair?: DuplicatePairType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType({ description: 'The scan that is under way now, or why there is none.' })
export class StartDuplicateScanResult {
  @Field(() => DuplicateScanType, { nullable: true }) scan?: DuplicateScanType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
