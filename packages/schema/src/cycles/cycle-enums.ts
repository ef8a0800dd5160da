import { cohortGroups } from '@orbita/database/cycles';
import { openPhases, origins } from '@orbita/domain/cycles';
import { churnReasons } from '@orbita/domain/facts';
import { registerEnumType } from 'type-graphql';

const enumOf = <Value extends string>(values: readonly Value[]): Record<Value, Value> =>
  Object.fromEntries(values.map((value) => [value, value])) as Record<Value, Value>;

export const CyclePhase = enumOf([...openPhases, 'CLOSED'] as const);
registerEnumType(CyclePhase, { name: 'CyclePhase', description: 'Where a cycle is; CLOSED is final.' });

export const CycleOrigin = enumOf(origins);
registerEnumType(CycleOrigin, { name: 'CycleOrigin', description: 'Why a cycle began.' });

export const CycleOutcome = enumOf(['RECURRENT', 'REFERRED', 'RECURRENT_AND_REFERRED', 'LOST', 'DISQUALIFIED'] as const);
registerEnumType(CycleOutcome, { name: 'CycleOutcome', description: 'How a cycle ended.' });

export const CycleGroup = enumOf(cohortGroups);
registerEnumType(CycleGroup, { name: 'CycleGroup', description: 'By what cycles are told apart, as it was when they opened.' });

export const ChurnReason = enumOf(Object.keys(churnReasons));
registerEnumType(ChurnReason, { name: 'ChurnReason', description: 'Why a customer leaves.' });
