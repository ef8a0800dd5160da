export { ProductsPage } from './list/products-page.tsx';
export { productsSearch } from './list/products-search.ts';
export { searchProducts } from './search/search-products.ts';
