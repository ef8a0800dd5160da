import { type Role, scopeOf, type Viewer } from '@orbita/domain/access';
import type { PlainDate } from '@orbita/domain/calendar';
import { sql } from 'kysely';
import { type Em, rowsOf } from '#connection';

/** The row behind the API's `Company`. */
export interface CompanyRow {
  readonly id: string;
  readonly name: string;
  readonly logo: string | null;
  readonly country: string;
  readonly currency: string;
  readonly zone: string;
  readonly language: 'en' | 'es';
  /** From–to intervals in local time by day of the week. */
  readonly workingHours: Record<string, readonly [string, string][]>;
  readonly holidays: PlainDate[];
  readonly fiscalYearStart: number;
  /** Of whom a second factor is demanded. */
  readonly twoFactorRoles: readonly Role[];
  readonly example: boolean;
  readonly version: number;
}

export interface BusinessLineRow {
  readonly id: string;
  readonly name: string;
  readonly fallbackRhythmDays: number;
  readonly graceDays: number;
  readonly minAfterSalesDays: number;
  readonly isDefault: boolean;
  readonly version: number;
}

export interface ExchangeRateRow {
  readonly currency: string;
  readonly onDate: PlainDate;
  /** Units of the company's currency for one of this currency, as decimal text. */
  readonly rate: string;
}

const readable = (viewer: Viewer) => sql.lit(scopeOf(viewer.role, 'company', 'read') === 'all');

/** The company, for those who may read its settings. */
export async function companySettings(em: Em, viewer: Viewer): Promise<CompanyRow | null> {
  const [row] = await rowsOf(em, sql<CompanyRow>`
    select id, name, logo, country, currency, zone, language, working_hours as "workingHours",
      to_json(holidays) as holidays, fiscal_year_start as "fiscalYearStart", to_json(two_factor_roles) as "twoFactorRoles", example, version
    from company where ${readable(viewer)} limit 1`);
  return row ?? null;
}

/** Lines of business, the default one first. */
export function listBusinessLines(em: Em, viewer: Viewer): Promise<BusinessLineRow[]> {
  return rowsOf(em, sql<BusinessLineRow>`
    select id, name, fallback_rhythm_days as "fallbackRhythmDays", grace_days as "graceDays",
      min_after_sales_days as "minAfterSalesDays", is_default as "isDefault", version
    from business_line where ${readable(viewer)} order by is_default desc, name, id`);
}

/** Whether orders stand in this line; then it cannot go. */
export async function lineInUse(em: Em, id: string): Promise<boolean> {
  const [row] = await rowsOf(em, sql<{ used: boolean }>`
    select exists (select from sales_order where line_id = ${id}::uuid)
      or exists (select from cycle where line_id = ${id}::uuid) or exists (select from lead where line_id = ${id}::uuid)
      or exists (select from opportunity where line_id = ${id}::uuid) or exists (select from pipeline where line_id = ${id}::uuid)
      or exists (select from capture_door where line_id = ${id}::uuid) as used`);
  return row?.used ?? false;
}

export interface RateFilter {
  readonly currency?: string | undefined;
  readonly from?: PlainDate | undefined;
  readonly until?: PlainDate | undefined;
}

/** Rates, newest first, a year of days at most. */
export function listExchangeRates(em: Em, { currency, from, until }: RateFilter, viewer: Viewer): Promise<ExchangeRateRow[]> {
  return rowsOf(em, sql<ExchangeRateRow>`
    select currency, on_date::text as "onDate", trim_scale(rate)::text as rate from exchange_rate
    where ${readable(viewer)} ${currency ? sql`and currency = ${currency}` : sql``}
      ${from ? sql`and on_date >= ${from}::date` : sql``} ${until ? sql`and on_date <= ${until}::date` : sql``}
    order by on_date desc, currency limit 366`);
}

/**
 * Units of the company's currency for one of this currency: the latest rate on or before a date, as decimal text;
 * '1' for the company's own, null when none is known by then.
 */
export async function rateOn(em: Em, currency: string, date: PlainDate): Promise<string | null> {
  const [row] = await rowsOf(em, sql<{ rate: string }>`
    select case when c.currency = ${currency} then '1' else (
      select trim_scale(rate)::text from exchange_rate
      where currency = ${currency} and on_date <= ${date}::date order by on_date desc limit 1) end as rate
    from company c limit 1`);
  return row?.rate ?? null;
}

/**
 * Whether anything of the company has an amount yet, an asked-for budget or a price included; from then on it keeps its
 * currency. Bounds in rules and models are texts that people edit, and hold nobody.
 */
export async function amountsExist(em: Em): Promise<boolean> {
  const budget = sql`(qualification->'budget'->>'amount') is not null`;
  const [row] = await rowsOf(em, sql<{ any: boolean }>`
    select exists (select from sales_order) or exists (select from product) or exists (select from exchange_rate)
      or exists (select from custom_field where type = 'MONEY') or exists (select from opportunity where amount is not null or ${budget})
      or exists (select from lead where ${budget}) or exists (select from customer where acquisition_cost is not null) as any`);
  return row?.any ?? false;
}
