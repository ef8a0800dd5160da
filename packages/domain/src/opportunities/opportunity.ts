import type { Instant, PlainDate } from '#calendar';
import type { CustomerSource } from '#customers';
import { type Bilingual, inBoth } from '#facts';

/** Whether an opportunity is still one; won and lost are final. */
export const opportunityStatuses = ['OPEN', 'WON', 'LOST'] as const;

export type OpportunityStatus = (typeof opportunityStatuses)[number];

export const opportunityStatusLabels: Readonly<Record<OpportunityStatus, Bilingual>> = {
  OPEN: inBoth('Open', 'Abierta'), WON: inBoth('Won', 'Ganada'), LOST: inBoth('Lost', 'Perdida'),
};

/** What of an opportunity its moves depend on. */
export interface OpportunityState {
  readonly status: OpportunityStatus;
  /** Key of the pipeline stage in which it stands, or stood when it was closed. */
  readonly stage: string;
  readonly stageSince: Instant;
}

/** What an opportunity may bring: minor units of its currency and of the company's; null when not known yet. */
export interface OpportunityAmounts {
  readonly amount: number | null;
  readonly currency: string;
  /** Units of the company's currency for one of the opportunity's. */
  readonly rate: string;
  readonly companyAmount: number | null;
}

/** A qualified chance to sell (ES: oportunidad) as stored; it begins in its pipeline's first stage. */
export interface PreparedOpportunity extends OpportunityState, OpportunityAmounts {
  readonly status: 'OPEN';
  readonly title: string;
  readonly lineId: string;
  readonly probability: number;
  readonly expectedCloseOn: PlainDate | null;
  readonly ownerId: string | null;
  readonly contactId: string | null;
  readonly leadId: string | null;
  readonly source: CustomerSource | null;
  readonly referrerId: string | null;
  readonly openedAt: Instant;
}
