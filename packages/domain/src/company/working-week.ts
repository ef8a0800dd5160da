import { minutesOfDay, parseDate, type PlainDate, type WeekdayName, weekdayNames, type WorkingInterval } from '#calendar';
import { isRefused, type Refusal, refuse, refuseBecause } from '#refusal';

type Week = Partial<Record<WeekdayName, readonly WorkingInterval[]>>;

const mostHolidays = 1000;

/** Intervals of each weekday in order; refuses unknown days, times that are none, intervals that end before they begin or overlap. */
export function prepareWorkingWeek(input: Readonly<Partial<Record<string, readonly (readonly [string, string])[]>>>): Week | Refusal {
  const strange = Object.keys(input).find((name) => !(weekdayNames as readonly string[]).includes(name));
  if (strange !== undefined) return refuse('INVALID', { field: `workingHours.${strange}`, details: { value: strange } });
  const week: Week = {};
  for (const name of weekdayNames) {
    const intervals = input[name] ?? [];
    const wrong = intervals.findIndex(([from, to]) => !((minutesOfDay(from) ?? Infinity) < (minutesOfDay(to) ?? -1)));
    if (wrong >= 0) return refuse('INVALID_FORMAT', { field: `workingHours.${name}.${wrong}`, details: { value: intervals[wrong]?.join('–') ?? '', example: '09:00–14:00' } });
    const sorted = intervals.toSorted(([a], [b]) => (a < b ? -1 : 1));
    const overlap = sorted.findIndex(([from], index) => index > 0 && from < (sorted[index - 1]?.[1] ?? ''));
    if (overlap >= 0) return refuseBecause('CONFLICT', 'HOURS_OVERLAP', { field: `workingHours.${name}`, hours: sorted[overlap]?.join('–') ?? '' });
    if (sorted.length > 0) week[name] = sorted;
  }
  return week;
}

/** Holidays in order, each once. */
export function prepareHolidays(texts: readonly string[]): PlainDate[] | Refusal {
  if (texts.length > mostHolidays) return refuse('OUT_OF_RANGE', { field: 'holidays', details: { minimum: 0, maximum: mostHolidays } });
  const dates = new Set<PlainDate>();
  for (const [index, text] of texts.entries()) {
    const date = parseDate(text);
    if (isRefused(date)) return { ...date, field: `holidays.${index}` };
    dates.add(date);
  }
  return [...dates].toSorted();
}
