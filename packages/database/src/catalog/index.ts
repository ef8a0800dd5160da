export { Product, ProductCategory } from './product.entity.ts';
export {
  type CategoryRow, countProducts, listCategories, listProducts, productById, type ProductFilter,
  type ProductOrder, productOrders, type ProductRow,
} from './product.queries.ts';
export type { ProductInput } from './product-fields.ts';
export { activateProduct, createProduct, deactivateProduct, updateProduct, type Versioned } from './write-product.ts';
export { type RenameCategory, renameProductCategory } from './rename-category.ts';
