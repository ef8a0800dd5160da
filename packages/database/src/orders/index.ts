export { Order, OrderLine, OrderReturn } from './order.entity.ts';
