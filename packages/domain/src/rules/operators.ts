import type { FactType } from '#facts';
import type { Leaf } from './rule.ts';

export type Operator = Leaf['is'];

const sameOrNot = ['eq', 'ne', 'in'] as const;
const ordered = ['lt', 'le', 'gt', 'ge'] as const;

const operators: Record<FactType, readonly Operator[]> = {
  integer: [...sameOrNot, ...ordered, 'isSet'],
  enum: [...sameOrNot, 'isSet'],
  id: [...sameOrNot, 'isSet'],
  text: [...sameOrNot, 'contains', 'startsWith', 'isSet'],
  boolean: ['eq', 'ne', 'isSet'],
  set: ['contains', 'isSet'],
  instant: ['reached', 'daysSince', 'daysUntil', 'eq', 'ne', ...ordered, 'isSet'],
};

/** What may be asked of a fact of this type, in the order in which an editor offers it. */
export const operatorsOf = (type: FactType): readonly Operator[] => operators[type];
