import { parseDate } from '@orbita/domain/calendar';
import { isRefused } from '@orbita/domain/refusal';

const two = (digits: string): string => digits.padStart(2, '0');

/** A birthday of '68 lies behind, a contract of '34 ahead. */
const fullYear = (year: string): string => (year.length > 2 ? year : `${Number(year) > 50 ? 19 : 20}${two(year)}`);

/** The day that somebody typed, day first as in Europe (24/12/2026, 24.12.26, 24/12) or as 2026-12-24; undefined when it is none. */
export function typedDate(text: string, thisYear: number): string | undefined {
  const trimmed = text.trim();
  const european = /^(\d{1,2})[/.\-\s](\d{1,2})(?:[/.\-\s](\d{2}|\d{4}))?$/.exec(trimmed);
  const [, day = '', month = '', year = String(thisYear)] = european ?? [];
  const plain = european ? `${fullYear(year)}-${two(month)}-${two(day)}` : trimmed;
  return isRefused(parseDate(plain)) ? undefined : plain;
}

/** 2026-12-24 as it is typed: 24/12/2026. */
export const dateAsTyped = (date: string): string => date.split('-').toReversed().join('/');
