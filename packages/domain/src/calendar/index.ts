export { day, daysSince, daysUntil, type Instant, parseInstant, toIso } from './instant.ts';
export {
  addDays, addMonths, daysBetween, fiscalYearOf, monthOf, parseDate, type PlainDate, type Weekday, weekdayOf,
} from './plain-date.ts';
export { earliestDate, latestDate } from './range.ts';
export { instantAt, isTimeZone, localDate, localTime, nextMidnight, startOfDay } from './zone.ts';
export {
  addWorkingTime, isWorkingTime, minutesOfDay, type WeekdayName, weekdayNames, type WorkingHours, type WorkingInterval,
  workingMinutesBetween,
} from './working-hours.ts';
