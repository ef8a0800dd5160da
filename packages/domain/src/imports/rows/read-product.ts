import { searchKey } from '#identity';
import { isRefused, refuse } from '#refusal';
import { parseMoney } from '#money';
import type { BoundFields, RowProblem } from '../cells/index.ts';

/** A product as one row tells of it; prices in minor units of its currency. */
export interface ImportedProduct {
  readonly code: string;
  readonly name: string;
  readonly nameKey: string;
  readonly category: { readonly name: string; readonly key: string } | null;
  readonly unit: string | null;
  readonly currency: string;
  readonly listPrice: number | null;
  readonly cost: number | null;
  readonly active: boolean;
  /** Which of these the row speaks of: the others are only what a new product begins with. */
  readonly said: readonly ProductField[];
}

export type ProductField = 'name' | 'category' | 'unit' | 'currency' | 'listPrice' | 'cost' | 'active';

/** Reads a product out of a row; null when a cell is wrong, which is told in `problems`. Without a name it goes by its code. */
export function readProduct(
  fields: BoundFields, cells: readonly string[], given: { readonly code?: string | undefined; readonly currency: string }, problems: RowProblem[],
): ImportedProduct | null {
  const before = problems.length;
  const values = fields.read(cells, problems);
  const currency = typeof values['currency'] === 'string' ? values['currency'] : given.currency;
  const price = (field: 'listPrice' | 'cost'): number | null => {
    const value = values[field];
    if (typeof value !== 'string') return null;
    const amount = parseMoney(value, currency);
    const wrong = isRefused(amount) ? amount : amount.amount < 0 ? refuse('OUT_OF_RANGE', { details: { minimum: 0 } }) : null;
    if (wrong) problems.push({ column: fields.columnOf(field), refusal: wrong });
    return isRefused(amount) ? null : amount.amount;
  };
  const [listPrice, cost] = [price('listPrice'), price('cost')];
  const code = given.code ?? values['code'];
  if (typeof code !== 'string' || problems.length > before) return null;
  const name = typeof values['name'] === 'string' ? values['name'] : code;
  const category = typeof values['category'] === 'string' ? { name: values['category'], key: searchKey(values['category']) } : null;
  const unit = typeof values['unit'] === 'string' ? values['unit'] : null;
  const said = (['name', 'category', 'unit', 'currency', 'listPrice', 'cost', 'active'] as const).filter((field) => values[field] !== undefined);
  return { code, name, nameKey: searchKey(name), category, unit, currency, listPrice, cost, active: values['active'] !== false, said };
}
