import type { Comparison } from '../rule.ts';

/** The words of a described rule in one language. */
export interface Words {
  readonly always: string;
  readonly never: string;
  readonly and: string;
  readonly or: string;
  readonly not: string;
  readonly yes: string;
  readonly no: string;
  readonly isSet: string;
  readonly reached: string;
  readonly contains: string;
  readonly includes: string;
  readonly startsWith: string;
  readonly countsAsYes: string;
  readonly countsAsNo: string;
  readonly some: string;
  readonly none: string;
  readonly gone: string;
  readonly is: string;
  readonly isNot: string;
  readonly moment: Readonly<Record<Comparison, string>>;
  readonly ago: (days: number, comparison: Comparison) => string;
  readonly ahead: (days: number, comparison: Comparison) => string;
  readonly days: (days: number) => string;
  readonly quoted: (text: string) => string;
}

const englishDays = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;
const spanishDays = (days: number): string => `${days} ${days === 1 ? 'día' : 'días'}`;

export const english: Words = {
  always: 'always', never: 'never', and: 'and', or: 'or', not: 'not', yes: 'yes', no: 'no',
  isSet: 'has a value', reached: 'reached', contains: 'contains', includes: 'includes', startsWith: 'starts with',
  countsAsYes: 'if not known, counts as yes', countsAsNo: 'if not known, counts as no',
  some: 'at least one of', none: 'none of', gone: 'not available', is: 'is', isNot: 'is not',
  moment: { eq: 'exactly on', ne: 'not exactly on', lt: 'before', le: 'on or before', gt: 'after', ge: 'on or after' },
  ago: (days, comparison) => ({
    eq: `${englishDays(days)} ago`, ne: `not ${englishDays(days)} ago`,
    lt: `less than ${englishDays(days)} ago`, le: `${englishDays(days)} ago or less`,
    gt: `more than ${englishDays(days)} ago`, ge: `${englishDays(days)} ago or more`,
  })[comparison],
  ahead: (days, comparison) => ({
    eq: `in ${englishDays(days)}`, ne: `not in ${englishDays(days)}`,
    lt: `in less than ${englishDays(days)}`, le: `in ${englishDays(days)} or less`,
    gt: `in more than ${englishDays(days)}`, ge: `in ${englishDays(days)} or more`,
  })[comparison],
  days: englishDays,
  quoted: (text) => `“${text}”`,
};

export const spanish: Words = {
  always: 'siempre', never: 'nunca', and: 'y', or: 'o', not: 'no', yes: 'sí', no: 'no',
  isSet: 'tiene valor', reached: 'ya ha llegado', contains: 'contiene', includes: 'incluye', startsWith: 'empieza por',
  countsAsYes: 'si no se sabe, cuenta como sí', countsAsNo: 'si no se sabe, cuenta como no',
  some: 'al menos uno de', none: 'ninguno de', gone: 'no disponible', is: 'es', isNot: 'no es',
  moment: { eq: 'exactamente el', ne: 'no exactamente el', lt: 'antes del', le: 'el o antes del', gt: 'después del', ge: 'el o después del' },
  ago: (days, comparison) => ({
    eq: `hace ${spanishDays(days)}`, ne: `no hace ${spanishDays(days)}`,
    lt: `hace menos de ${spanishDays(days)}`, le: `hace ${spanishDays(days)} o menos`,
    gt: `hace más de ${spanishDays(days)}`, ge: `hace ${spanishDays(days)} o más`,
  })[comparison],
  ahead: (days, comparison) => ({
    eq: `dentro de ${spanishDays(days)}`, ne: `no dentro de ${spanishDays(days)}`,
    lt: `dentro de menos de ${spanishDays(days)}`, le: `dentro de ${spanishDays(days)} o menos`,
    gt: `dentro de más de ${spanishDays(days)}`, ge: `dentro de ${spanishDays(days)} o más`,
  })[comparison],
  days: spanishDays,
  quoted: (text) => `«${text}»`,
};
