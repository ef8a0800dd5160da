export { Product, ProductCategory } from './product.entity.ts';
