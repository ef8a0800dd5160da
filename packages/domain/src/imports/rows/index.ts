export { type ImportedContact, type ImportedCustomer, readCustomer } from './read-customer.ts';
export { type ImportedProduct, readProduct } from './read-product.ts';
export { type ImportedLine, type ImportedOrder, readLine, readOrder } from './read-order.ts';
