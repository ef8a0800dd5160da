import type { CycleCohortInput } from '#operations';
import { addDays, addMonths, localDate } from '@orbita/domain/calendar';
import type { FunnelSearch } from './funnel-search.ts';

const months = { '3m': 3, '12m': 12, '36m': 36 } as const;
const isId = (text: string | undefined): text is string => text !== undefined && /^[\da-f-]{36}$/i.test(text);

/** Whether the address names a month. */
export const isMonth = (text: string | undefined): text is string => text !== undefined && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

/** Which cycles the address means; periods begin with a month, so that its row is whole. */
export function cohortOf({ period = '12m', month, line, owner, origin, source }: FunnelSearch, now: number, timeZone: string): CycleCohortInput {
  const first = `${localDate(now, timeZone).slice(0, 7)}-01`;
  return {
    ...(isMonth(month) ? { openedFrom: `${month}-01`, openedUntil: addDays(addMonths(`${month}-01`, 1), -1) } : period === 'all' ? {} : { openedFrom: addMonths(first, 1 - months[period]) }),
    ...(isId(line) ? { lineId: line } : {}), ...(isId(owner) ? { ownerId: owner } : {}), ...(origin ? { origin } : {}),
    ...(source ? { source } : {}),
  };
}
