import type { OrderLineDetailsFragment, OrderSummaryFragment } from '#operations';

export type Bought = OrderSummaryFragment & { readonly lines: readonly OrderLineDetailsFragment[] };

const monthOf = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(Date.parse(instant));

/** The last twelve months, `YYYY-MM`, oldest first. `now` in UTC milliseconds. */
export function lastMonths(now: number, timeZone: string, count = 12): readonly string[] {
  const [year = 0, month = 0] = monthOf(new Date(now).toISOString(), timeZone).split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const at = year * 12 + (month - 1) - (count - 1 - index);
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** Revenue of each of the last twelve months; undefined when the orders at hand do not reach back that far. */
export function monthlyRevenue(orders: readonly Bought[], complete: boolean, now: number, timeZone: string): readonly number[] | undefined {
  const months = lastMonths(now, timeZone);
  const oldest = orders.at(-1);
  if (!complete && oldest && monthOf(oldest.placedAt, timeZone) >= (months[0] ?? '')) return undefined;
  if (orders.some(({ companyAmount, effective }) => effective && companyAmount === null)) return undefined;
  const sums = new Map<string, number>();
  for (const { placedAt, companyAmount, effective } of orders) {
    const month = monthOf(placedAt, timeZone);
    if (effective) sums.set(month, (sums.get(month) ?? 0) + Number(companyAmount?.amount ?? 0));
  }
  return months.map((month) => sums.get(month) ?? 0);
}

/** How many orders in each of the last twelve months, by the same measure. */
export function monthlyOrders(orders: readonly Bought[], complete: boolean, now: number, timeZone: string): readonly number[] | undefined {
  const months = lastMonths(now, timeZone);
  const oldest = orders.at(-1);
  if (!complete && oldest && monthOf(oldest.placedAt, timeZone) >= (months[0] ?? '')) return undefined;
  return months.map((month) => orders.filter(({ placedAt, effective }) => effective && monthOf(placedAt, timeZone) === month).length);
}

/** What he buys most often, by the number of orders it stands in. */
export function favourites(orders: readonly Bought[], count = 3): readonly { readonly id: string; readonly name: string; readonly orders: number }[] {
  const seen = new Map<string, { id: string; name: string; orders: number }>();
  for (const { lines, effective } of orders) {
    if (!effective) continue;
    const products = new Map(lines.flatMap(({ product }) => (product ? [[product.id, product.name] as const] : [])));
    for (const [id, name] of products) seen.set(id, { id, name, orders: (seen.get(id)?.orders ?? 0) + 1 });
  }
  return [...seen.values()].toSorted((a, b) => b.orders - a.orders || a.name.localeCompare(b.name)).slice(0, count);
}
