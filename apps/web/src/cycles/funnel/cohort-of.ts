import type { CycleCohortInput } from '#operations';
import { addMonths, localDate } from '@orbita/domain/calendar';
import type { FunnelSearch } from './funnel-search.ts';

const months = { '3m': 3, '12m': 12, '36m': 36 } as const;
const isId = (text: string | undefined): text is string => text !== undefined && /^[\da-f-]{36}$/i.test(text);

/** Which cycles the address means; periods begin with a month, so that its row is whole. */
export function cohortOf({ period = '12m', line, owner, origin }: FunnelSearch, now: number, timeZone: string): CycleCohortInput {
  const first = `${localDate(now, timeZone).slice(0, 7)}-01`;
  return {
    ...(period === 'all' ? {} : { openedFrom: addMonths(first, 1 - months[period]) }),
    ...(isId(line) ? { lineId: line } : {}), ...(isId(owner) ? { ownerId: owner } : {}), ...(origin ? { origin } : {}),
  };
}
