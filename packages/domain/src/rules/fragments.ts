import type { Comparison, Rule } from './rule.ts';

/** What is not known counts as no (ES: «si no se sabe, cuenta como no»). */
export const sure = (rule: Rule): Rule => ({ assume: false, rule });
/** What is not known counts as yes (ES: «si no se sabe, cuenta como sí»). */
export const fair = (rule: Rule): Rule => ({ assume: true, rule });

const compare = (fact: string, is: Comparison, value: number | string): Rule => ({ fact, is, value });
const isSet = (fact: string): Rule => ({ fact, is: 'isSet' });
const reached = (fact: string): Rule => ({ fact, is: 'reached' });

/** Holds for everybody; the rule of the last stage of every model. */
export const always: Rule = { and: [] };

/** The customer has at least one order. */
export const bought: Rule = compare('ordersCount', 'ge', 1);
/** He said that he leaves, and has not ordered since. */
export const left: Rule = sure(isSet('leftAt'));
/** He gave notice, and its end is still to come. */
export const onNotice: Rule = sure({ not: reached('noticeEndsAt') });
/** He is among the customers of most value. */
export const topTier: Rule = { fact: 'valueTier', is: 'in', values: ['A', 'B'] };
/** No detractor, as far as is known. */
export const content: Rule = { not: sure(compare('npsClass', 'eq', 'DETRACTOR')) };
/** A contract of his runs. */
export const covered: Rule = sure({ fact: 'contractEndsAt', is: 'daysUntil', compare: 'ge', days: 0 });
/** Something announces that he may go: silence, a farewell, a bad answer, an open complaint, a notice. */
export const atRisk: Rule = {
  or: [
    reached('alarmAt'),
    left,
    sure({ and: [compare('npsClass', 'eq', 'DETRACTOR'), { fact: 'lastNpsAt', is: 'daysSince', compare: 'lt', days: 90 }] }),
    sure(compare('openComplaints', 'ge', 1)),
    onNotice,
  ],
};
/** He is given up as lost. */
export const lapsed: Rule = { or: [left, reached('lapsesAt')] };
/** He contributes more than he cost; where that is not known, being of most value stands for it. */
export const profitable: Rule = {
  or: [
    sure(compare('contributionTotal', 'gt', 0)),
    { and: [{ not: sure(isSet('contributionTotal')) }, sure(topTier)] },
  ],
};

/** The fragments that ship with the product, by name. */
export const fragments = { bought, left, onNotice, topTier, content, covered, atRisk, lapsed, profitable } as const;
