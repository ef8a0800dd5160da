import { isTimeZone, type PlainDate, type WeekdayName, type WorkingHours, type WorkingInterval } from '#calendar';
import { countryCode } from '#contacts';
import { isCurrency } from '#money';
import { isRefused, type Language, type Refusal, refuse } from '#refusal';
import { prepareHolidays, prepareWorkingWeek } from './working-week.ts';

const longestName = 120;

/** What a company sets for itself, as entered. */
export interface CompanySettingsInput {
  readonly name: string;
  /** ISO 3166 code or name. */
  readonly country: string;
  /** ISO 4217; every amount is kept in it as well. */
  readonly currency: string;
  /** IANA time zone; it decides days, months and due dates. */
  readonly zone: string;
  readonly language: string;
  readonly workingHours: Readonly<Partial<Record<string, readonly (readonly [string, string])[]>>>;
  readonly holidays?: readonly string[] | undefined;
  /** Month in which the fiscal year starts, 1–12. */
  readonly fiscalYearStart?: number | undefined;
}

/** What a company sets for itself, as stored. */
export interface CompanySettings {
  readonly name: string;
  readonly country: string;
  readonly currency: string;
  readonly zone: string;
  readonly language: Language;
  readonly workingHours: Readonly<Partial<Record<WeekdayName, readonly WorkingInterval[]>>>;
  readonly holidays: readonly PlainDate[];
  readonly fiscalYearStart: number;
}

/** Checks a company's settings; refuses the first that is wrong, with its path (`workingHours.mon.0`). */
export function prepareCompanySettings(input: CompanySettingsInput): CompanySettings | Refusal {
  const name = input.name.replaceAll(/\s+/g, ' ').trim();
  if (name === '') return refuse('REQUIRED', { field: 'name' });
  if (name.length > longestName) return refuse('TOO_LONG', { field: 'name', details: { maximum: longestName } });
  const country = countryCode(input.country);
  if (country === null) return refuse('INVALID', { field: 'country', details: { value: input.country } });
  const currency = input.currency.trim().toUpperCase();
  if (!isCurrency(currency)) return refuse('INVALID', { field: 'currency', details: { value: input.currency } });
  if (!isTimeZone(input.zone)) return refuse('INVALID', { field: 'zone', details: { value: input.zone } });
  if (input.language !== 'en' && input.language !== 'es') return refuse('INVALID', { field: 'language', details: { value: input.language } });
  const fiscalYearStart = input.fiscalYearStart ?? 1;
  if (!Number.isInteger(fiscalYearStart) || fiscalYearStart < 1 || fiscalYearStart > 12) {
    return refuse('OUT_OF_RANGE', { field: 'fiscalYearStart', details: { minimum: 1, maximum: 12 } });
  }
  const workingHours = prepareWorkingWeek(input.workingHours);
  if (isRefused(workingHours)) return workingHours;
  const holidays = prepareHolidays(input.holidays ?? []);
  if (isRefused(holidays)) return holidays;
  return { name, country, currency, zone: input.zone, language: input.language, workingHours, holidays, fiscalYearStart };
}

/** When a company works, as the calendar reads it. */
export function workingHoursOf({ zone, workingHours, holidays }: Pick<CompanySettings, 'zone' | 'workingHours' | 'holidays'>): WorkingHours {
  return { zone, weekdays: workingHours, holidays };
}
