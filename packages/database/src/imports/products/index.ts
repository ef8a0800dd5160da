export { type KnownProduct, knownProducts, makeProducts } from './place-products.queries.ts';
export { productsLoader } from './load-products.ts';
