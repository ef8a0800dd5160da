import { type Instant, instantAt, parseDate, parseInstant, type PlainDate } from '#calendar';
import { isRefused, type Refusal, refuse } from '#refusal';

export type DateOrder = 'YMD' | 'DMY' | 'MDY';

const withTime = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?\s?m\.?)?)?$/i;
const examples: Readonly<Record<DateOrder, string>> = { YMD: '2026-03-01', DMY: '01/03/2026', MDY: '03/01/2026' };

/** Reads a calendar date in the order that the file uses; a time behind it is left out. Two digits of a year are refused. */
export function readDateCell(text: string, order: DateOrder): PlainDate | Refusal {
  const found = withTime.exec(text);
  const date = found && dateOf(found, order);
  return date ?? refuse('INVALID_FORMAT', { details: { value: text, example: examples[order] } });
}

/** Reads a moment: with its own offset as it stands, otherwise by the clock of the zone; a bare date is its first moment. */
export function readInstantCell(text: string, order: DateOrder, zone: string): Instant | Refusal {
  const found = withTime.exec(text);
  const date = found && dateOf(found, order);
  if (isRefused(date)) return date;
  if (found && date) {
    const [hours, minutes, seconds] = [found[4], found[5], found[6]].map((part) => Number(part ?? 0)) as [number, number, number];
    const hour = found[7] ? (hours % 12) + (/^p/i.test(found[7]) ? 12 : 0) : hours;
    if (hour < 24 && minutes < 60 && seconds < 60) return instantAt(date, hour * 60 + minutes, zone) + seconds * 1000;
  }
  const own = parseInstant(text);
  return isRefused(own) && own.code === 'INVALID_FORMAT' ? refuse('INVALID_FORMAT', { details: { value: text, example: `${examples[order]} 10:30` } }) : own;
}

/** Null for what is no date; refused, what is none that anybody means. */
function dateOf(found: RegExpExecArray, order: DateOrder): PlainDate | Refusal | null {
  const [, first = '', second = '', third = ''] = found;
  const [year, month, day] = order === 'YMD' || first.length === 4 ? [first, second, third]
    : order === 'DMY' ? [third, second, first] : [third, first, second];
  if (year.length !== 4) return null;
  const date = parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  return isRefused(date) && date.code === 'INVALID_FORMAT' ? null : date;
}
