export { type KnownProduct, knownProducts } from './known-products.queries.ts';
export { makeProducts } from './make-products.queries.ts';
export { productsRoom } from './products-room.ts';
