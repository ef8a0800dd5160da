export { Product, ProductCategory } from './product.entity.ts';
export {
  type CategoryRow, countProducts, listCategories, listProducts, productById, type ProductFilter, type ProductRow,
} from './product.queries.ts';
export type { ProductInput } from './product-fields.ts';
export { createProduct, deactivateProduct, updateProduct, type Versioned } from './write-product.ts';
