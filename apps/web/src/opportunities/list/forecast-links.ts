import { useFormatting } from '#design';
import type { PipelineDetailsFragment } from '#operations';
import { readRule } from '#rules';
import { localDate } from '@orbita/domain/calendar';
import { committedOnes, inForecastMonth, inWholeForecast } from '@orbita/domain/opportunities';
import type { Rule } from '@orbita/domain/rules';
import type { OpportunitiesSearch } from '../opportunities-search.ts';

export const figures = ['won', 'committed', 'weighted', 'bestCase'] as const;
export type Figure = (typeof figures)[number];

interface ForecastLink {
  readonly to: '/opportunities';
  readonly search: OpportunitiesSearch;
}

/** Where a line of the forecast leads: all that it counts, and what makes up each of its sums. */
export type ForecastLinks = Readonly<Record<Figure | 'all', ForecastLink>>;

/** The tables behind the forecast: the same filters, and the month or whatever a sum is about beside them. */
export function useForecastLinks(search: OpportunitiesSearch, stages: PipelineDetailsFragment['stages']) {
  const { timeZone } = useFormatting();
  const today = localDate(Date.now(), timeZone);
  const asked = readRule(search.rule, 'opportunity');
  const before: readonly Rule[] = asked === undefined ? [] : 'and' in asked ? asked.and : [asked];
  const link = (parts: readonly Rule[], status?: 'WON'): ForecastLink => ({
    to: '/opportunities', search: { ...search, view: 'table', status, sort: 'expectedCloseOn', desc: undefined, open: undefined, rule: { and: [...before, ...parts] } },
  });
  const linksOf = (parts: readonly Rule[]): ForecastLinks => {
    const all = link(parts);
    return { all, weighted: all, bestCase: all, won: link(parts, 'WON'), committed: link([...parts, committedOnes(stages)]) };
  };
  return { to: (month: string | null) => linksOf(inForecastMonth(month, today, timeZone)), all: linksOf(inWholeForecast(today, timeZone)) };
}
