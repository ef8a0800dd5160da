import { defineEntity, p } from '@mikro-orm/core';

const ProductCategorySchema = defineEntity({
  name: 'ProductCategory',
  tableName: 'product_category',
  properties: { id: p.uuid().primary(), name: p.text(), nameKey: p.text() },
});
export class ProductCategory extends ProductCategorySchema.class {}
ProductCategorySchema.setClass(ProductCategory);

const ProductSchema = defineEntity({
  name: 'Product',
  tableName: 'product',
  properties: {
    id: p.uuid().primary(),
    code: p.text(),
    name: p.text(),
    nameKey: p.text(),
    categoryId: p.uuid().nullable(),
    unit: p.text().nullable(),
    currency: p.string(),
    listPrice: p.bigint('number').nullable(),
    cost: p.bigint('number').nullable(),
    active: p.boolean().default(true),
    version: p.integer().version(),
    updatedAt: p.datetime(),
  },
});
export class Product extends ProductSchema.class {}
ProductSchema.setClass(Product);
