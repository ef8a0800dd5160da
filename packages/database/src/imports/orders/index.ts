export { bindOrders, type BoundOrders } from './bind-orders.ts';
export { readBooks } from './known-orders.queries.ts';
export { loadOrders } from './load-orders.ts';
export { stageRows } from './stage-rows.ts';
export { dropStaging, groupStaged, makeStaging, stage, stagedCount } from './staging.queries.ts';
