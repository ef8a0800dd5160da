export { CustomerCyclesResolver, CycleConnectionResolver } from './cycle.resolver.ts';
export { CycleMeasuresResolver } from './measures.resolver.ts';
export { CustomerReferralsResolver } from './referral.resolver.ts';
export { WriteCycleResolver } from './write-cycle.resolver.ts';
export { CycleType } from './cycle.type.ts';
