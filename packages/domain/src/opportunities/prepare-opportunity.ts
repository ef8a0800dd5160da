import { type Instant, parseDate, type PlainDate } from '#calendar';
import { type CustomerSource, customerSources } from '#customers';
import { convert, isCurrency, money, plainDecimal } from '#money';
import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';
import type { OpportunityAmounts, PreparedOpportunity } from './opportunity.ts';
import type { Pipeline } from './pipeline/pipeline.ts';

const longestTitle = 200;

/** What an opportunity may bring, as entered: minor units of its currency. */
export interface AmountInput {
  readonly amount?: number | null | undefined;
  /** The company's unless said. */
  readonly currency?: string | null | undefined;
  /** Units of the company's currency for one of the opportunity's; needed when the two differ. */
  readonly rate?: string | null | undefined;
}

/** An opportunity as entered. */
export interface OpportunityInput extends AmountInput {
  readonly title: string;
  readonly expectedCloseOn?: PlainDate | null | undefined;
  /** Business line; the pipeline's, or the company's default. */
  readonly lineId?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
  readonly contactId?: string | null | undefined;
  readonly leadId?: string | null | undefined;
  readonly source?: CustomerSource | null | undefined;
  readonly referrerId?: string | null | undefined;
  readonly openedAt: Instant;
}

/** What an opportunity needs to know of its company. */
export interface OpportunityCompany {
  readonly currency: string;
  readonly defaultLineId: string;
}

/**
 * Brings an opportunity into the form in which it is stored. It begins in the first stage: whoever wants it further on
 * moves it there, through the gates. Refuses with the name of the input that is wrong.
 */
export function prepareOpportunity(input: OpportunityInput, pipeline: Pipeline, company: OpportunityCompany): PreparedOpportunity | Refusal {
  const title = input.title.replaceAll(/\s+/g, ' ').trim();
  if (title === '') return refuse('REQUIRED', { field: 'title' });
  if (title.length > longestTitle) return refuse('TOO_LONG', { field: 'title', details: { maximum: longestTitle } });
  if (!Number.isSafeInteger(input.openedAt)) return refuse('INVALID', { field: 'openedAt' });
  if (input.source && !customerSources.includes(input.source)) return refuse('INVALID', { field: 'source', details: { value: input.source } });
  if (input.lineId && pipeline.lineId && input.lineId !== pipeline.lineId) return refuseBecause('INVALID', 'OTHER_LINE', { field: 'lineId' });
  const amounts = opportunityAmounts(input, company.currency);
  if (isRefused(amounts)) return amounts;
  const expectedCloseOn = input.expectedCloseOn?.trim() ? parseDate(input.expectedCloseOn) : null;
  if (isRefused(expectedCloseOn)) return { ...expectedCloseOn, field: 'expectedCloseOn' };
  const [first] = pipeline.stages;
  return {
    status: 'OPEN', title, ...amounts, expectedCloseOn,
    stage: first.key, probability: first.probability, stageSince: input.openedAt, openedAt: input.openedAt,
    lineId: pipeline.lineId ?? input.lineId ?? company.defaultLineId,
    ownerId: input.ownerId ?? null, contactId: input.contactId ?? null, leadId: input.leadId ?? null,
    source: input.source ?? null, referrerId: input.referrerId ?? null,
  };
}

/** The amount in both currencies, half up at the rate, as orders do it. */
export function opportunityAmounts(input: AmountInput, companyCurrency: string): OpportunityAmounts | Refusal {
  const amount = input.amount ?? null;
  const currency = input.currency?.trim().toUpperCase() || companyCurrency;
  if (!isCurrency(currency)) return refuse('INVALID', { field: 'currency', details: { value: currency } });
  if (amount !== null && (!Number.isSafeInteger(amount) || amount < 0)) return refuse('OUT_OF_RANGE', { field: 'amount', details: { minimum: 0 } });
  if (currency === companyCurrency) return { amount, currency, rate: '1', companyAmount: amount };
  if (!input.rate?.trim()) return refuse('REQUIRED', { field: 'rate' });
  const rate = plainDecimal(input.rate);
  if (rate === null) return refuse('INVALID_FORMAT', { field: 'rate', details: { value: input.rate, example: '0.92' } });
  const converted = convert(money(amount ?? 0, currency), rate, companyCurrency);
  if (isRefused(converted)) return { ...converted, field: 'rate' };
  return { amount, currency, rate, companyAmount: amount === null ? null : converted.amount };
}
