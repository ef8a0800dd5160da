import { compareDecimals, money, portion } from '#money';
import type { PreparedOrderLine } from './order.ts';
import { quantityOf, type ReturnedPart, sameThing } from './return-lines.ts';

/**
 * What the goods that came back of an order had cost, in minor units: of each product its share of the cost by quantity,
 * half up. Lines whose cost is not known had none.
 */
export function costReturned(
  lines: readonly Pick<PreparedOrderLine, 'productId' | 'description' | 'quantity' | 'companyCost'>[], returned: readonly Pick<ReturnedPart, 'productId' | 'description' | 'quantity'>[],
): number {
  const firsts = lines.filter((line) => sameThing(lines, line)[0] === line);
  return firsts.reduce((sum, line) => {
    const sold = sameThing(lines, line);
    const cost = sold.reduce((of, { companyCost }) => of + (companyCost ?? 0), 0);
    const [back, whole] = [quantityOf(sameThing(returned, line)), quantityOf(sold)];
    // A share of an amount is one in any currency.
    return sum + portion(money(cost, 'EUR'), compareDecimals(back, whole) > 0 ? whole : back, whole).amount;
  }, 0);
}
