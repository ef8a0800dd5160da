import { monthOf, type PlainDate } from '#calendar';
import { money, portion, sum } from '#money';
import { isRefused, type Refusal } from '#refusal';
import type { OpportunityStatus } from './opportunity.ts';

/** What of an opportunity the forecast reads; amounts are minor units of the company's currency. */
export interface ForecastOpportunity {
  readonly status: OpportunityStatus;
  /** Null counts as nothing: what nobody has estimated is not sold. */
  readonly companyAmount: number | null;
  /** Whole percent, its stage's. */
  readonly probability: number;
  readonly expectedCloseOn: PlainDate | null;
  /** When it was won or lost, in the company's zone. */
  readonly closedOn: PlainDate | null;
}

/** A month's amounts, minor units of the company's currency. */
export interface ForecastFigures {
  readonly count: number;
  /** Won already, in full. */
  readonly won: number;
  /** Won, and in full what is open and so likely that sales stand for it; between `won` and `bestCase`. */
  readonly committed: number;
  /** Won, and each open amount times its probability: what is to be expected; between `won` and `bestCase` as well. */
  readonly weighted: number;
  /** Won, and all that is open in full: more than this cannot come of what is known. */
  readonly bestCase: number;
}

export interface ForecastMonth extends ForecastFigures {
  /** `YYYY-MM` in which it was won or is expected to close; null for what has no date. */
  readonly month: string | null;
}

/** The forecast by month, in order, without a date last, and its sums. */
export interface Forecast {
  readonly months: readonly ForecastMonth[];
  readonly total: ForecastFigures;
}

/** From which probability on an open opportunity counts as committed, whole percent. */
export const committedFrom = 80;

/** An amount times a whole percentage, half up to the cent. */
export const weigh = (amount: number, probability: number): number => portion(money(amount, currencyless), String(probability), '100').amount;

/** Only minor units are counted here; the currency is the company's, whichever it is. */
const currencyless = 'XXX';

/**
 * Weighted forecast (previsión ponderada). Each opportunity is weighed by itself and rounded half up, months are sums of
 * opportunities and the total is the sum of the months, so that everything agrees to the cent. Lost ones bring nothing.
 */
export function weightedForecast(opportunities: readonly ForecastOpportunity[], threshold: number = committedFrom): Forecast | Refusal {
  const byMonth = new Map<string | null, ForecastFigures[]>();
  for (const opportunity of opportunities) {
    if (opportunity.status === 'LOST') continue;
    const month = monthFor(opportunity);
    const all = byMonth.get(month) ?? [];
    all.push(figuresOf(opportunity, threshold));
    byMonth.set(month, all);
  }
  const months: ForecastMonth[] = [];
  for (const [month, all] of byMonth) {
    const figures = sumFigures(all);
    if (isRefused(figures)) return figures;
    months.push({ month, ...figures });
  }
  const total = sumFigures(months);
  return isRefused(total) ? total : { months: months.toSorted((a, b) => ((a.month ?? '~') < (b.month ?? '~') ? -1 : 1)), total };
}

function monthFor({ status, closedOn, expectedCloseOn }: ForecastOpportunity): string | null {
  const date = status === 'WON' ? closedOn ?? expectedCloseOn : expectedCloseOn;
  return date === null ? null : monthOf(date);
}

function figuresOf({ status, companyAmount, probability }: ForecastOpportunity, threshold: number): ForecastFigures {
  const amount = companyAmount ?? 0;
  if (status === 'WON') return { count: 1, won: amount, committed: amount, weighted: amount, bestCase: amount };
  return { count: 1, won: 0, committed: probability >= threshold ? amount : 0, weighted: weigh(amount, probability), bestCase: amount };
}

function sumFigures(all: readonly ForecastFigures[]): ForecastFigures | Refusal {
  const figures: Record<keyof ForecastFigures, number> = { count: 0, won: 0, committed: 0, weighted: 0, bestCase: 0 };
  for (const key of Object.keys(figures) as (keyof ForecastFigures)[]) {
    const total = sum(all.map((one) => money(one[key], currencyless)), currencyless);
    if (isRefused(total)) return total;
    figures[key] = total.amount;
  }
  return figures;
}
