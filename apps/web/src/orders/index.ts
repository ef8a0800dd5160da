export { OrderPanel, PlaceOrderDialog } from './lazy-parts.tsx';
export { OrdersPage } from './list/orders-page.tsx';
export { ordersSearch } from './list/orders-search.ts';
export { OrdersTable } from './list/orders-table.tsx';
export { type Bought, favourites, lastMonths, monthlyOrders, monthlyRevenue } from './purchases/purchases.ts';
export { OrderPage } from './sheet/order-page.tsx';
export { orderChannelWord } from './words/order-words.ts';
export { searchOrders } from './search/search-orders.ts';
