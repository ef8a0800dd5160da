import { normaliseText } from '@orbita/domain/facts';
import { isCurrency, parseMoney } from '@orbita/domain/money';
import { isRefused, type Refusal, refuse, refuseBecause } from '@orbita/domain/refusal';
import { given } from '#company';
import type { Em } from '#connection';
import { categoryNamed } from './category-named.queries.ts';
import type { Product } from './product.entity.ts';

/** What people say of a product; absent means unchanged, null means none. */
export interface ProductInput {
  readonly code?: string | undefined;
  readonly name?: string | undefined;
  /** Name of a category; a new one is made. */
  readonly category?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly currency?: string | undefined;
  /** Decimal texts. */
  readonly listPrice?: string | null | undefined;
  readonly cost?: string | null | undefined;
}

type Fields = Partial<Pick<
  Product, 'code' | 'name' | 'nameKey' | 'categoryId' | 'unit' | 'currency' | 'listPrice' | 'cost'
>>;

const longest = 200;

/** Checks what was said and makes columns of it. A currency cannot change under amounts that stay. */
export async function productFields(em: Em, input: ProductInput, before?: Product): Promise<Fields | Refusal> {
  const text = texts(input);
  if (isRefused(text)) return text;
  const currency = input.currency ?? before?.currency;
  if (currency === undefined || !isCurrency(currency)) return refuseBecause('INVALID', 'NO_CURRENCY', { field: 'currency' });
  const amounts = { listPrice: input.listPrice, cost: input.cost };
  const money: { listPrice?: number | null; cost?: number | null } = {};
  for (const key of ['listPrice', 'cost'] as const) {
    const amount = amounts[key] ?? null;
    if (amounts[key] === undefined && !(before && currency !== before.currency && before[key] !== null)) continue;
    if (amounts[key] === undefined) return refuse('REQUIRED', { field: key });
    const parsed = amount === null ? null : parseMoney(amount, currency);
    if (isRefused(parsed)) return { ...parsed, field: key };
    if (parsed && parsed.amount < 0) return refuse('OUT_OF_RANGE', { field: key, details: { minimum: 0 } });
    money[key] = parsed?.amount ?? null;
  }
  const category = input.category === undefined ? {}
    : { categoryId: input.category?.trim() ? await categoryNamed(em, input.category) : null };
  return { ...text, ...money, ...category, currency };
}

function texts({ unit, category, ...named }: ProductInput): Fields | Refusal {
  const { code, name } = given(named);
  for (const [field, value] of Object.entries({ code, name })) {
    if (value?.trim() === '') return refuse('REQUIRED', { field });
  }
  for (const [field, value] of Object.entries({ code, name, category, unit })) {
    if (value && value.length > longest) return refuse('TOO_LONG', { field, details: { maximum: longest } });
  }
  return {
    ...(code === undefined ? {} : { code: code.trim() }),
    ...(name === undefined ? {} : { name: name.trim(), nameKey: normaliseText(name) }),
    ...(unit === undefined ? {} : { unit }),
  };
}
