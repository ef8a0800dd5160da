export { type AddressParts, changeAddress, changeCustomer, type FieldChange, type KnownFields, type Meeting } from './change-customer.ts';
export { changeProduct, type KnownProductFields } from './change-product.ts';
export { type ImportedContact, type ImportedCustomer, readCustomer } from './read-customer.ts';
export { type ImportedProduct, readProduct } from './read-product.ts';
export { type ImportedLine, type ImportedOrder, readLine, readOrder } from './read-order.ts';
