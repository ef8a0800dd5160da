import { addMonths, fiscalYearOf, type Instant, instantAt, localDate, localTime, startOfDay } from '#calendar';

/** The beginnings and the end of what "so far" means. */
export interface RevenuePeriods {
  readonly monthStart: Instant;
  readonly lastMonthStart: Instant;
  /** As far into last month as now is into this one. */
  readonly lastMonthSoFar: Instant;
  /** Of the company's fiscal year. */
  readonly yearStart: Instant;
}

/** Months and years as the company counts them, at this moment. `fiscalYearStart` is a month, 1–12. */
export function revenuePeriods(now: Instant, zone: string, fiscalYearStart: number): RevenuePeriods {
  const today = localDate(now, zone);
  const month = `${today.slice(0, 7)}-01`;
  const monthStart = startOfDay(month, zone);
  const [hours = 0, minutes = 0] = localTime(now, zone).split(':').map(Number);
  const soFar = instantAt(addMonths(today, -1), hours * 60 + minutes, zone);
  return {
    monthStart,
    lastMonthStart: startOfDay(addMonths(month, -1), zone),
    lastMonthSoFar: Math.min(soFar, monthStart),
    yearStart: startOfDay(`${fiscalYearOf(today, fiscalYearStart)}-${String(fiscalYearStart).padStart(2, '0')}-01`, zone),
  };
}
