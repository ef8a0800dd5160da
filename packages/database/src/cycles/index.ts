export { advanceCustomers, type Advancing } from './advance-customers.ts';
export { type LoadedCycles, loadCycles } from './load-cycles.queries.ts';
export { traceOrders } from './trace-orders.queries.ts';
export { windowsEndedBy } from './windows-ended-by.queries.ts';
export { type Cohort, type CohortGroup, cohortGroups } from './read/cohort.queries.ts';
export { type CohortRow, cohortsBy, cohortTotals, type Reach } from './read/cohorts.queries.ts';
export { countCycles, type CycleOrderRow, type CycleRow, listCycles } from './read/cycle.queries.ts';
export { referralTree, type ReferralRow, type ReferralTreeRow } from './read/referrals.queries.ts';
export { type Velocity, velocityOf } from './read/velocity.queries.ts';
