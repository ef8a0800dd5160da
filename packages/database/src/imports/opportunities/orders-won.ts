import { localDate } from '@orbita/domain/calendar';
import { refuseBecause } from '@orbita/domain/imports';
import { formatDecimal, money } from '@orbita/domain/money';
import { prepareOrder, type PreparedOrder } from '@orbita/domain/orders';
import { isRefused, type Refusal, refuse } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { PlacingDated } from '../job/index.ts';
import { knownOrders } from '../orders/index.ts';
import type { DecidedOpportunity } from './decide-opportunity.ts';
import type { DecidingOpportunities } from './deciding-with.ts';
import { nextOrderNumbers } from './opportunity-links.queries.ts';

type Owned = DecidedOpportunity & { readonly customerId: string };

/** The order of each: the one that is there under its number, one to be made of it, or none where nothing was won. An order is won once. */
export async function ordersWon(
  em: Em, owned: readonly Owned[], deciding: DecidingOpportunities, { system }: PlacingDated,
): Promise<(PreparedOrder | { readonly id: string } | null | Refusal)[]> {
  const won = ({ past: { end } }: Owned): boolean => end?.status === 'WON';
  const known = await knownOrders(em, system, owned.flatMap((one) => (won(one) ? one.row.order ?? [] : [])));
  const taken = new Set<string>();
  const numbers = await nextOrderNumbers(em, owned.filter((one) => won(one) && one.row.order === null).length);
  return owned.map((one) => {
    if (!won(one)) return null;
    const { order, amount } = one.row;
    const key = `${one.customerId} ${order}`;
    const there = order === null ? undefined : known.get(key);
    if (order !== null && (taken.has(key) || there?.opportunityId)) return refuseBecause('CONFLICT', 'ORDER_WON', { value: order }, 'order');
    taken.add(key);
    if (there) return { id: there.id };
    return amount === null ? refuse('REQUIRED', { field: 'amount' }) : orderOf(one, order ?? numbers.shift()!, deciding);
  });
}

/**
 * The order that a won opportunity makes, as winning does: one line of its title and amount, placed when it was won.
 * What is history was delivered and paid elsewhere, so it is not tracked.
 */
function orderOf({ opened, past: { end } }: DecidedOpportunity, number: string, { books, company }: DecidingOpportunities): PreparedOrder | Refusal {
  const { title, amount, currency, lineId, rate, openedAt } = opened;
  const placedAt = end?.closedAt ?? openedAt;
  const prepared = prepareOrder({
    number, source: 'IMPORT', lineId, placedAt, tracked: false, currency,
    rate: currency === company.currency ? '1' : (books.rateOn(currency, localDate(placedAt, company.zone)) ?? rate),
    lines: [{ description: title, quantity: '1', unitPrice: formatDecimal(money(amount ?? 0, currency)) }],
  }, { currency: company.currency, defaultLineId: books.defaultLineId });
  return isRefused(prepared) ? { ...prepared, field: 'amount' } : prepared;
}
