import { addMonths, type PlainDate, startOfDay } from '#calendar';
import type { Rule } from '#rules';
import { committedFrom } from './forecast.ts';

const open: Rule = { fact: 'opportunity.status', is: 'eq', value: 'OPEN' };
const date = 'opportunity.forecastAt';

/**
 * What the forecast counts in a month (`YYYY-MM`; null: what has no date), as parts that must all hold: the list that a
 * month leads to holds just these. What was won counts from this month on only: earlier ones hold what should have closed.
 */
export function inForecastMonth(month: string | null, today: PlainDate, zone: string): readonly Rule[] {
  if (month === null) return [open, { not: { fact: date, is: 'isSet' } }];
  const first = `${month}-01`;
  return [
    ...(month < today.slice(0, 7) ? [open] : []),
    { fact: date, is: 'ge', value: startOfDay(first, zone) }, { fact: date, is: 'lt', value: startOfDay(addMonths(first, 1), zone) },
  ];
}

/** What the whole forecast counts. */
export const inWholeForecast = (today: PlainDate, zone: string): readonly Rule[] =>
  [{ or: [open, { fact: date, is: 'ge', value: startOfDay(`${today.slice(0, 7)}-01`, zone) }] }];

/** What of it is won, or stands in a stage so likely that sales stand for it. */
export const committedOnes = (stages: readonly { readonly key: string; readonly probability: number }[]): Rule => ({
  or: [
    { fact: 'opportunity.status', is: 'eq', value: 'WON' },
    { fact: 'opportunity.stage', is: 'in', values: stages.filter(({ probability }) => probability >= committedFrom).map(({ key }) => key) },
  ],
});
