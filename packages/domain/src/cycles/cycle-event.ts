import type { Instant } from '#calendar';

interface At {
  readonly at: Instant;
}

/** What may open a cycle: the line, and who recommended the customer if this is the first touch. */
interface Opening extends At {
  readonly lineId: string;
  readonly referredBy?: string | null;
  /** The contract order that is renewed: always a cycle of its own. */
  readonly renews?: string | null;
}

interface OfLead extends At {
  readonly leadId: string;
}

interface OfOrder extends At {
  readonly orderId: string;
}

type Named<Type extends string, Body> = { readonly type: Type } & Body;

export type LeadCaptured = Named<'leadCaptured', Omit<Opening, 'renews'> & OfLead>;
/** First answer, or evaluation begun. */
export type LeadWorked = Named<'leadWorked', OfLead>;
export type LeadRecycled = Named<'leadRecycled', OfLead & { readonly until: Instant }>;
export type LeadDisqualified = Named<'leadDisqualified', OfLead & { readonly reason: string }>;
export type LeadQualified = Named<'leadQualified', OfLead & { readonly opportunityId: string }>;
export type OpportunityOpened = Named<'opportunityOpened', Opening & { readonly opportunityId: string }>;
export type QuoteSent = Named<'quoteSent', At & { readonly quoteId: string; readonly opportunityId: string }>;
/** Rejected, expired or withdrawn. */
export type QuoteClosed = Named<'quoteClosed', At & { readonly quoteId: string }>;
export type OpportunityLost = Named<'opportunityLost', At & { readonly opportunityId: string; readonly reason: string }>;
/** `at` is when it was placed, however late it is recorded; its delivery and payment are recorded when `tracked`. */
export type OrderPlaced = Named<'orderPlaced', Opening & OfOrder & {
  readonly opportunityId?: string | null;
  readonly contractEndsAt?: Instant | null;
  readonly tracked: boolean;
}>;
export type DeliveryMade = Named<'deliveryMade', OfOrder & { readonly complete: boolean; readonly late?: boolean }>;
/** `settled`: everything ordered and not cancelled is invoiced, and nothing is left to pay. */
export type PaymentReceived = Named<'paymentReceived', OfOrder & { readonly settled: boolean }>;
export type OrderCancelled = Named<'orderCancelled', OfOrder & { readonly reason?: string | null }>;
/** `whole`: nothing of the order is left with the customer. */
export type GoodsReturned = Named<'goodsReturned', OfOrder & { readonly whole: boolean; readonly reason?: string | null }>;
export type DebtWrittenOff = Named<'debtWrittenOff', OfOrder>;
export type ContractTerminated = Named<'contractTerminated', OfOrder & { readonly effectiveAt: Instant }>;
/** To the referrer: somebody he recommended has a qualified opportunity. */
export type ReferralQualified = Named<'referralQualified', At & { readonly customerId: string }>;
/** To the referrer: somebody he recommended has ordered. */
export type ReferralWon = Named<'referralWon', At & { readonly customerId: string }>;
/** The timer of the after-sales window; `at` is its end. */
export type WindowEnded = Named<'windowEnded', At & { readonly cycleId: string }>;
export type CustomerLeft = Named<'customerLeft', At & { readonly reason: string }>;
export type CustomerErased = Named<'customerErased', At>;
/** About one order, or about the customer's dealings with us as a whole. */
export type ComplaintMade = Named<'complaintMade' | 'detractorAnswered', At & { readonly orderId?: string | null }>;
/** What moves no cycle. */
export type FactRecorded = Named<
  'caseOpened' | 'surveyAnswered' | 'invoiceOverdue' | 'messageSent' | 'activityRecorded' | 'customersMerged', At
>;

/** Everything that a customer's cycles hear of (LIFECYCLE §2.3). */
export type CycleEvent =
  | LeadCaptured | LeadWorked | LeadRecycled | LeadDisqualified | LeadQualified
  | OpportunityOpened | QuoteSent | QuoteClosed | OpportunityLost
  | OrderPlaced | DeliveryMade | PaymentReceived | OrderCancelled | GoodsReturned | DebtWrittenOff | ContractTerminated
  | ReferralQualified | ReferralWon | WindowEnded | CustomerLeft | CustomerErased | ComplaintMade | FactRecorded;

/** Why an event moved no cycle; it is recorded all the same. */
export const ignoredCodes = [
  'ALREADY_KNOWN', 'ALREADY_PAST', 'CYCLE_CLOSED', 'LEAD_CLOSED', 'LEAD_NOT_LEADING', 'NO_CONTRACT', 'NO_MOVE', 'NOT_KNOWN',
  'NOTHING_DELIVERED', 'OPPORTUNITY_CLOSED', 'ORDER_VOID', 'OTHER_LEAD_LIVE', 'OTHER_QUOTE_LIVE', 'USE_RETURN',
] as const;

export type IgnoredCode = (typeof ignoredCodes)[number];
