export { bindOrders, type BoundOrders } from './bind-orders.ts';
export { type Books, knownOrders, readBooks } from './known-orders.queries.ts';
export { OrderRows } from './order-rows.queries.ts';
export { loadOrders } from './load-orders.ts';
export { stageRows } from './stage-rows.ts';
