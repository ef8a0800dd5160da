import type { Instant } from '#calendar';
import { declareFact, type FactDefinition, type Facts, inBoth, normaliseText } from '#facts';
import { type Catalogue, ownCatalogue } from '#rules';

/** What rules may read of a product; amounts of the company's currency alone, since others would compare as what they are not. */
export const productFactCatalogue: readonly FactDefinition[] = [
  declareFact('product.code', 'text', ['E', '1'], inBoth('Product: code', 'Producto: código'), null),
  declareFact('product.name', 'text', ['E', '1'], inBoth('Product: name', 'Producto: nombre'), null),
  declareFact('product.categoryId', 'id', ['E', '1'], inBoth('Product: category', 'Producto: categoría'), inBoth('no category', 'sin categoría'), { references: 'category' }),
  declareFact('product.unit', 'text', ['E', '1'], inBoth('Product: unit', 'Producto: unidad'), inBoth('no unit', 'sin unidad')),
  declareFact('product.currency', 'enum', ['E', '1'], inBoth('Product: currency', 'Producto: moneda'), null),
  declareFact('product.listPrice', 'integer', ['E', '1'], inBoth('Product: list price', 'Producto: precio de tarifa'), inBoth('no price, or in another currency', 'sin precio, o en otra moneda'), { unit: 'money' }),
  declareFact('product.cost', 'integer', ['E', '1'], inBoth('Product: cost', 'Producto: coste'), inBoth('no cost, or in another currency', 'sin coste, o en otra moneda'), { unit: 'money', mark: 'margin' }),
  declareFact('product.isActive', 'boolean', ['E', '1'], inBoth('Product: on sale', 'Producto: a la venta'), null),
  declareFact('product.updatedAt', 'instant', ['C', '1'], inBoth('Product: changed', 'Producto: modificado'), null),
];

/** What rules about a product may read. */
export const productCatalogue = (): Catalogue => ownCatalogue('product', productFactCatalogue);

/** A product as its facts are read from; amounts in minor units of its currency. */
export interface FactualProduct {
  readonly code: string;
  readonly name: string;
  readonly categoryId: string | null;
  readonly unit: string | null;
  readonly currency: string;
  readonly listPrice: number | null;
  readonly cost: number | null;
  readonly active: boolean;
  readonly updatedAt: Instant;
}

/** The facts of a product, in a company of this currency. */
export function productFacts(product: FactualProduct, currency: string): Facts {
  const ours = product.currency === currency;
  return {
    'product.code': normaliseText(product.code), 'product.name': normaliseText(product.name), 'product.categoryId': product.categoryId,
    'product.unit': product.unit === null ? null : normaliseText(product.unit) || null, 'product.currency': product.currency,
    'product.listPrice': ours ? product.listPrice : null, 'product.cost': ours ? product.cost : null,
    'product.isActive': product.active, 'product.updatedAt': product.updatedAt,
  };
}
