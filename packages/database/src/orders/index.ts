export { Order, OrderLine, OrderReturn } from './order.entity.ts';
export {
  orderById, orderOfEvent, type OrderLineRow, type OrderReturnRow, type OrderRow, ordersByIds, type OrderSelection,
} from './order.queries.ts';
export { countOrders, listOrders, type OrderFilter, ordersOfCustomer } from './list/order-list.queries.ts';
export { orderOrders } from './list/order-of-list.queries.ts';
export { hasContract, lineOfBusiness, rateOn } from './order-number.queries.ts';
export type { OrderAt } from './order-to-write.queries.ts';
export type { NewOrderLine } from './priced-lines.ts';
export { type NewOrder, placeOrder } from './place-order.ts';
export { cancelOrder, type CancelOrder } from './cancel-order.ts';
export { type MarkOrder, markOrderDelivered, markOrderSettled } from './mark-order.ts';
export { terminateContract, type TerminateContract } from './terminate-contract.ts';
export { returnGoods, type ReturnGoods } from './returns/return-goods.ts';
export { type RevenueRow, revenueSoFar } from './revenue.queries.ts';
