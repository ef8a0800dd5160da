import type { FieldChange, Meeting } from './change-customer.ts';
import type { ImportedProduct } from './read-product.ts';

/** A product's fields as they are known; the category by its key, prices in minor units. */
export interface KnownProductFields {
  readonly code: string;
  readonly name: string;
  readonly category: string | null;
  readonly unit: string | null;
  readonly currency: string;
  readonly listPrice: number | null;
  readonly cost: number | null;
  readonly active: boolean;
}

type Changing = Omit<KnownProductFields, 'code'>;

/**
 * What a row changes of a known product. One that goes by its code has no name yet; prices belong to their currency: in
 * another one they are all replaced, or all kept.
 */
export function changeProduct(known: KnownProductFields, row: ImportedProduct, meeting: Meeting): FieldChange<Changing> {
  const after: { -readonly [Field in keyof Changing]?: Changing[Field] } = {};
  const kept: string[] = [];
  const said = new Set(row.said);
  const put = <Field extends keyof Changing>(field: Field, value: Changing[Field], empty = known[field] === null): void => {
    if (value === null || value === known[field]) return;
    if (empty || meeting === 'update') after[field] = value;
    else kept.push(field);
  };
  if (said.has('name')) put('name', row.name, known.name === known.code);
  put('category', row.category?.key ?? null);
  put('unit', row.unit);
  if (said.has('active')) put('active', row.active, false);
  const priced = said.has('listPrice') || said.has('cost');
  if (row.currency === known.currency) for (const field of ['listPrice', 'cost'] as const) put(field, row[field]);
  else if (said.has('currency') || priced) {
    const unpriced = known.listPrice === null && known.cost === null;
    put('currency', row.currency, unpriced);
    if ('currency' in after) Object.assign(after, { listPrice: row.listPrice, cost: row.cost });
    else kept.push(...(['listPrice', 'cost'] as const).filter((field) => said.has(field)));
  }
  const fields = Object.keys(after) as (keyof Changing)[];
  const changed = fields.filter((field) => after[field] !== known[field]);
  return {
    after: Object.fromEntries(changed.map((field) => [field, after[field]])),
    before: Object.fromEntries(changed.map((field) => [field, known[field]])), kept,
  };
}
