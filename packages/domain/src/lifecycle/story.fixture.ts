import { day, type Instant, localDate } from '#calendar';
import type { Facts, FactValue } from '#facts';
import { purchaseClock } from '#ranking';
import { shippedModels, stageOf } from './index.ts';

/** An order of a story, spot and untracked unless said; dates are days at 10:00 UTC. */
export interface StoryOrder {
  readonly on: string;
  readonly product?: string;
  readonly contractTo?: string;
  readonly noticeOn?: string;
  readonly returnedOn?: string;
}

export const at = (date: string): Instant => Date.parse(`${date}T10:00:00Z`);

/** What a customer has of whom nothing is known but that every room exists. */
const nothing: Facts = {
  openInTraction: 0, openInQualification: 0, openInOpportunity: 0, openInQuotation: 0, openInDelivery: 0, openInBilling: 0,
  openInAfterSales: 0, cyclesClosed: 0, openLeads: 0, openOpportunities: 0, leftAt: null, undeliveredOrders: 0, overdueAmount: 0,
  overdueSince: null, openComplaints: 0, lastNpsScore: null, lastNpsAt: null, valueTier: null, contributionTotal: null,
  discountShare12m: null, priceIndex12m: null, referralsMade: 0,
};

/** The facts that orders make on a day, and those that the story says. */
export function factsOn(date: string, orders: readonly StoryOrder[], said: Facts): Facts {
  const now = at(date);
  const effective = orders.filter(({ on, returnedOn }) => at(on) <= now && !(returnedOn && at(returnedOn) <= now));
  const spots = effective.filter(({ contractTo }) => !contractTo);
  const contracts = effective.flatMap(({ contractTo, noticeOn }) =>
    contractTo ? [{ endsAt: at(contractTo), underNotice: noticeOn !== undefined && at(noticeOn) <= now }] : []);
  const within = (newest: number, oldest: number): number => effective.filter(({ on }) => {
    const age = Math.round((Date.parse(localDate(now, 'UTC')) - Date.parse(on)) / day);
    return age >= newest && age < oldest;
  }).length;
  const [orders12m, ordersPrev12m] = [within(0, 365), within(365, 730)];
  const held = effective.filter(({ contractTo }) => !contractTo || at(contractTo) > now);
  const placed = effective.map(({ on }) => at(on));
  const clock = purchaseClock({
    spotOrderDays: spots.map(({ on }) => on), lastSpotOrderAt: latest(spots.map(({ on }) => at(on))), contracts, fallbackDays: 120, graceDays: 30,
  });
  return {
    ...nothing,
    ordersCount: effective.length, orders12m, ordersPrev12m,
    firstOrderAt: placed.length > 0 ? Math.min(...placed) : null, lastOrderAt: latest(placed),
    revenueTrendPct: ordersPrev12m === 0 ? null : Math.floor((100 * (orders12m - ordersPrev12m)) / ordersPrev12m),
    productsHeld: new Set(held.map(({ product = 'p' }) => product)).size,
    rhythmDays: clock?.rhythmDays ?? null, rhythmBasis: clock?.rhythmBasis ?? null, nextOfferAt: clock?.nextOfferAt ?? null,
    expectedNextOrderAt: clock?.expectedNextOrderAt ?? null, alarmAt: clock?.alarmAt ?? null, lapsesAt: clock?.lapsesAt ?? null,
    contractEndsAt: latest(contracts.map(({ endsAt }) => endsAt)),
    noticeEndsAt: latest(contracts.filter(({ underNotice }) => underNotice).map(({ endsAt }) => endsAt)),
    ...said,
  };
}

/** The counts that cycles make: the phases of the open ones, each as often as it is named, and how many are closed. */
export function cycles(open: readonly string[], closed = 0): Facts {
  const counts: Record<string, FactValue> = { cyclesClosed: closed };
  for (const phase of open) {
    const name = `openIn${phase.toLowerCase().split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
    counts[name] = Number(counts[name] ?? 0) + 1;
  }
  return { ...counts, openOpportunities: open.filter((phase) => phase === 'OPPORTUNITY' || phase === 'QUOTATION').length };
}

/** The five stages as the specification writes them. */
export const stagesOn = (date: string, facts: Facts): string => shippedModels.map((model) => stageOf(model, facts, at(date)).stage).join(' / ');

const latest = (instants: readonly Instant[]): Instant | null => (instants.length > 0 ? Math.max(...instants) : null);
