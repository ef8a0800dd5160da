import { productOrders } from '@orbita/database/catalog';
import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, type ListOrder, orderType, PageArgs } from '#paging';
import { RefusalType } from '#refusals';
import { DateTime, Decimal, Json } from '#scalars';

@ObjectType('ProductCategory')
export class ProductCategoryType {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

@ObjectType('ProductCategoryCount', { description: 'A category and how much of the catalogue is in it.' })
export class ProductCategoryCountType extends ProductCategoryType {
  @Field(() => Int, { description: 'Active products.' }) products!: number;
}

@ObjectType('Product', { description: 'Something that is sold.' })
export class ProductType {
  @Field(() => ID) id!: string;
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => ProductCategoryType, { nullable: true }) category!: ProductCategoryType | null;
  @Field(() => String, { nullable: true }) unit!: string | null;
  @Field(() => Boolean, { description: 'Whether it can be sold.' }) active!: boolean;
  @Field(() => Int) version!: number;
  @Field(() => DateTime) updatedAt!: string;
}

@ObjectType()
export class ProductConnection extends connectionType('Product', ProductType) {}

const ProductOrderInput = orderType('Product', productOrders, 'A product without a price stands before the cheapest.');

@ArgsType()
export class ProductsArgs extends PageArgs {
  @Field(() => Json, { nullable: true, description: 'A rule tree over the facts of the product (`ruleCatalogue(subject: product)`).' }) rule?: unknown;
  @Field(() => String, { nullable: true, description: 'Beginning of the code, or words of the name.' }) search?: string;
  @Field(() => ID, { nullable: true }) categoryId?: string;
  @Field(() => Boolean, { nullable: true }) active?: boolean;
  @Field(() => ProductOrderInput, { nullable: true, description: 'By name when not given.' }) orderBy?: ListOrder<(typeof productOrders)[number]>;
}

@InputType()
export class CreateProductInput {
  @Field(() => String) code!: string;
  @Field(() => String) name!: string;
  @Field(() => String, { nullable: true, description: 'Name of a category; a new one is made.' }) category?: string | null;
  @Field(() => String, { nullable: true }) unit?: string | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217; the company’s when not given.' }) currency?: string;
  @Field(() => Decimal, { nullable: true }) listPrice?: string | null;
  @Field(() => Decimal, { nullable: true }) cost?: string | null;
}

@InputType()
export class UpdateProductInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
  @Field(() => String, { nullable: true }) code?: string;
  @Field(() => String, { nullable: true }) name?: string;
  @Field(() => String, { nullable: true }) category?: string | null;
  @Field(() => String, { nullable: true }) unit?: string | null;
  @Field(() => String, { nullable: true }) currency?: string;
  @Field(() => Decimal, { nullable: true }) listPrice?: string | null;
  @Field(() => Decimal, { nullable: true }) cost?: string | null;
}

@InputType()
export class DeactivateProductInput {
  @Field(() => ID) id!: string;
  @Field(() => Int) expectedVersion!: number;
}

@InputType()
export class ActivateProductInput extends DeactivateProductInput {}

@InputType()
export class RenameProductCategoryInput {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

@ObjectType()
export class ProductCategoryResult {
  @Field(() => ProductCategoryType, { nullable: true }) category?: ProductCategoryType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}

@ObjectType()
export class ProductResult {
  @Field(() => ProductType, { nullable: true }) product?: ProductType | null;
  @Field(() => RefusalType, { nullable: true }) refusal!: RefusalType | null;
}
