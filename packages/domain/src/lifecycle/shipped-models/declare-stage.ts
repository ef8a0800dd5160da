import { inBoth } from '#facts';
import type { Rule } from '#rules';
import { type StageMeasure, stageMeasures } from '../measures.ts';
import type { KpiBound, StageBound, StageSignal } from '../model.ts';

export const signal = (en: string, es: string, rule: Rule | null = null): StageSignal => ({ text: inBoth(en, es), rule });

export const kpi = (en: string, es: string, bound: StageBound | null = null): KpiBound => ({ text: inBoth(en, es), bound });

export const least = (measure: StageMeasure, value: number): StageBound =>
  ({ measure, compare: 'ge', value, unit: stageMeasures[measure].unit });

export const most = (measure: StageMeasure, value: number): StageBound =>
  ({ measure, compare: 'le', value, unit: stageMeasures[measure].unit });

/** The count, money or percentage is at least so much. */
export const from = (fact: string, value: number): Rule => ({ fact, is: 'ge', value });

export const is = (fact: string, value: number | string): Rule => ({ fact, is: 'eq', value });

export const reached = (fact: string): Rule => ({ fact, is: 'reached' });
