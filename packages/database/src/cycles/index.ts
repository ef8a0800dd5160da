export { advanceCustomers, type Advancing } from './advance-customers.ts';
export { type LoadedCycles, loadCycles } from './load-cycles.queries.ts';
export { traceOrders } from './trace-orders.queries.ts';
export { windowsEndedBy } from './windows-ended-by.queries.ts';
