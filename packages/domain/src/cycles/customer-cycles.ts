import type { Instant, PlainDate } from '#calendar';
import { lineDefaults, type LineSettings } from '#company';
import type { Cycle } from './cycle.ts';

/** A lead as far as cycles go: live until qualified or disqualified. */
export interface CycleLead {
  readonly id: string;
  readonly lineId: string;
  readonly cycleId: string;
  readonly capturedAt: Instant;
  readonly state: 'LIVE' | 'QUALIFIED' | 'DISQUALIFIED';
}

/** A quote as far as cycles go: live once sent, until it is closed or its opportunity is. */
export interface CycleQuote {
  readonly id: string;
  readonly opportunityId: string;
  readonly live: boolean;
}

/** An order as far as cycles go; the cycle that names it is its cycle. */
export interface CycleOrder {
  readonly id: string;
  /** That of its cycle. */
  readonly lineId: string;
  readonly placedAt: Instant;
  /** The date of `placedAt` in the company's zone. */
  readonly placedOn: PlainDate;
  readonly contractEndsAt: Instant | null;
  /** For when notice of the contract was given. */
  readonly noticeEndsAt: Instant | null;
  readonly delivered: 'NOTHING' | 'PART' | 'ALL';
  readonly settled: boolean;
  /** Neither cancelled nor returned whole. */
  readonly effective: boolean;
}

/** A customer recommended by this one whose cycle reached OPPORTUNITY, and the cycle for which he counts. */
export interface CycleReferral {
  readonly customerId: string;
  readonly qualifiedAt: Instant;
  readonly cycleId: string | null;
  /** Whether he has ordered. */
  readonly won: boolean;
}

/** Everything that the cycle machine knows of one customer: plain data, loaded from rows and written back. */
export interface CustomerCycles {
  readonly customerId: string;
  readonly timeZone: string;
  readonly referredBy: string | null;
  /** Settings by line; a line that is not there has the defaults. */
  readonly lines: Readonly<Record<string, LineSettings>>;
  readonly cycles: readonly Cycle[];
  readonly leads: readonly CycleLead[];
  readonly quotes: readonly CycleQuote[];
  /** In the order of orders: by `placedAt`, then id. */
  readonly orders: readonly CycleOrder[];
  readonly referrals: readonly CycleReferral[];
}

/** The cycles of a customer from what is known of him, in any order; what is not given is empty. */
export function customerCycles(
  known: Pick<CustomerCycles, 'customerId' | 'timeZone'> & Partial<CustomerCycles>,
): CustomerCycles {
  const empty = { referredBy: null, lines: {}, cycles: [], leads: [], quotes: [], referrals: [] };
  return { ...empty, ...known, orders: (known.orders ?? []).toSorted((a, b) => (isEarlier(a, b) ? -1 : 1)) };
}

type InOrder = Pick<CycleOrder, 'placedAt' | 'id'>;

/** The order of orders: by the moment of placing, then by id. */
export function isEarlier(one: InOrder, other: InOrder): boolean {
  return one.placedAt < other.placedAt || (one.placedAt === other.placedAt && one.id < other.id);
}

/** How a line measures silence. */
export function settingsOf({ lines }: Pick<CustomerCycles, 'lines'>, lineId: string): LineSettings {
  return lines[lineId] ?? lineDefaults;
}

/** Effective orders later than this one, in order; also of other lines. */
export function laterOrders({ orders }: Pick<CustomerCycles, 'orders'>, order: InOrder): readonly CycleOrder[] {
  const before = orders.findLastIndex((other) => !isEarlier(order, other));
  return orders.slice(before + 1).filter(({ effective }) => effective);
}
