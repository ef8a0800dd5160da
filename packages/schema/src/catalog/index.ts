export { ProductCategoryType, ProductType } from './product.type.ts';
export { ProductConnectionResolver, ProductResolver } from './product.resolver.ts';
export { WriteProductResolver } from './write-product.resolver.ts';
