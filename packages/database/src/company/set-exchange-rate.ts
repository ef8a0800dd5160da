import { may } from '@orbita/domain/access';
import { parseDate } from '@orbita/domain/calendar';
import { isCurrency, readDecimal } from '@orbita/domain/money';
import { isRefused, refuse, type Refusal } from '@orbita/domain/refusal';
import type { Em } from '#connection';
import type { Writing } from '#requests';
import { appendCompanyEvent } from './company-event.ts';
import { ExchangeRate } from './company.entity.ts';

export interface SetExchangeRateInput {
  readonly currency: string;
  readonly onDate: string;
  /** Units of the company's currency for one of this currency, as decimal text. */
  readonly rate: string;
}

/** States the rate of a currency from a day on; what was booked at another rate keeps its own. */
export async function setExchangeRate(em: Em, input: SetExchangeRateInput, writing: Writing): Promise<SetExchangeRateInput | Refusal> {
  if (!may(writing.viewer, 'company', 'update')) return refuse('FORBIDDEN');
  const currency = input.currency.trim().toUpperCase();
  if (!isCurrency(currency)) return refuse('INVALID_FORMAT', { field: 'currency', details: { value: currency, example: 'USD' } });
  if (currency === writing.company.currency) return refuse('INVALID', { field: 'currency' });
  const onDate = parseDate(input.onDate);
  if (isRefused(onDate)) return { ...onDate, field: 'onDate' };
  const decimal = readDecimal(input.rate);
  if (!decimal) return refuse('INVALID_FORMAT', { field: 'rate', details: { value: input.rate, example: '0.9234' } });
  const rate = Number(input.rate);
  if (rate < smallest || rate > greatest) return refuse('OUT_OF_RANGE', { field: 'rate', details: { minimum: smallest, maximum: greatest } });
  await em.upsert(ExchangeRate, { currency, onDate, rate: input.rate.trim() });
  await appendCompanyEvent(em, 'exchangeRateSet', { id: writing.company.id, currency, onDate, rate: input.rate }, writing);
  return { currency, onDate, rate: input.rate };
}

const smallest = 0.000_000_1;
const greatest = 1_000_000_000;
