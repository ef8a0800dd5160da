import { m } from '#words';
import type { FactType } from '@orbita/domain/facts';
import type { Leaf } from '@orbita/domain/rules';

/** What a question needs to be whole. */
export type Need = 'number' | 'days' | 'text' | 'choice' | 'choices' | 'nothing';

export interface Question {
  readonly id: string;
  readonly label: () => string;
  readonly need: Need;
}

type Answer = { readonly number?: number; readonly text?: string; readonly choices?: readonly string[] };

const isSet: Question = { id: 'isSet', label: m.customers_ask_is_set, need: 'nothing' };
const oneOf: Question = { id: 'in', label: m.customers_ask_one_of, need: 'choices' };
const equal: Question = { id: 'eq', label: m.customers_ask_equal, need: 'text' };

/** The questions of the quick filter; whatever else a rule can ask is in the full editor. */
export function questionsOf(type: FactType, closed: boolean): readonly Question[] {
  switch (type) {
    case 'integer': return [
      { id: 'ge', label: m.customers_ask_at_least, need: 'number' }, { id: 'le', label: m.customers_ask_at_most, need: 'number' },
      { id: 'eq', label: m.customers_ask_exactly, need: 'number' }, isSet,
    ];
    case 'enum': case 'id': return [closed ? oneOf : equal, isSet];
    case 'text': return [
      { id: 'contains', label: m.customers_ask_contains, need: 'text' }, { id: 'startsWith', label: m.customers_ask_starts, need: 'text' }, isSet,
    ];
    case 'set': return closed ? [{ id: 'contains', label: m.customers_ask_includes, need: 'choice' }, isSet] : [{ id: 'contains', label: m.customers_ask_includes, need: 'text' }];
    case 'boolean': return [{ id: 'yes', label: m.customers_ask_yes, need: 'nothing' }, { id: 'no', label: m.customers_ask_no, need: 'nothing' }];
    case 'instant': return [
      { id: 'longerAgo', label: m.customers_ask_longer_ago, need: 'days' }, { id: 'within', label: m.customers_ask_within, need: 'days' },
      { id: 'next', label: m.customers_ask_next, need: 'days' }, { id: 'reached', label: m.customers_ask_reached, need: 'nothing' }, isSet,
    ];
    default: return type satisfies never;
  }
}

/** The predicate that an answered question is; undefined while something is missing. */
export function leafOf(fact: string, question: Question, { number, text, choices = [] }: Answer): Leaf | undefined {
  const { id } = question;
  if (question.need === 'number' || question.need === 'days') {
    if (number === undefined || !Number.isSafeInteger(number)) return undefined;
    if (id === 'longerAgo') return { fact, is: 'daysSince', compare: 'gt', days: number };
    if (id === 'within') return { fact, is: 'daysSince', compare: 'le', days: number };
    if (id === 'next') return { fact, is: 'daysUntil', compare: 'le', days: number };
    return { fact, is: id as 'ge' | 'le' | 'eq', value: number };
  }
  if (question.need === 'text') return text?.trim() ? { fact, is: id as 'contains' | 'startsWith' | 'eq', value: text.trim() } : undefined;
  if (question.need === 'choice') return choices[0] === undefined ? undefined : { fact, is: 'contains', value: choices[0] };
  if (question.need === 'choices') return choices.length > 0 ? { fact, is: 'in', values: [...choices] } : undefined;
  if (id === 'yes' || id === 'no') return { fact, is: 'eq', value: id === 'yes' };
  return { fact, is: id as 'isSet' | 'reached' };
}
