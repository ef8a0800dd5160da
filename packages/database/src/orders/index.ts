export { Order, OrderLine, OrderReturn } from './order.entity.ts';
export { type CustomerToWrite, customerToWrite } from './customer-to-write.queries.ts';
export {
  orderById, type OrderLineRow, type OrderReturnRow, type OrderRow, ordersByIds, type OrderSelection,
} from './order.queries.ts';
export { countOrders, listOrders, type OrderFilter } from './order-list.queries.ts';
