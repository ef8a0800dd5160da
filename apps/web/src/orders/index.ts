export { OrderPanel } from './order-panel.tsx';
export { OrdersTable } from './orders-table.tsx';
export { orderChannelWord } from './order-words.ts';
export { type Bought, favourites, lastMonths, monthlyOrders, monthlyRevenue } from './purchases.ts';
