export { PlaceOrderLineInput } from './order-inputs.ts';
export { OrderConnection, OrderType } from './order.type.ts';
export { OrderAmountsResolver, OrderLineAmountsResolver, OrderReturnAmountsResolver } from './order-amounts.resolver.ts';
export { CustomerOrdersResolver, OrderConnectionResolver, OrderResolver } from './order.resolver.ts';
export { RevenueResolver } from './revenue.resolver.ts';
export { WriteOrderResolver } from './write-order.resolver.ts';
