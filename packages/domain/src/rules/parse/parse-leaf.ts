import type { FactDefinition, FieldDefinition } from '#facts';
import { isRefused, type Refusal } from '#refusal';
import { type Operator, operatorsOf } from '../operators.ts';
import { comparisons, type Comparison, type Leaf } from '../rule.ts';
import { invalid, type Node, strangeKey } from './node.ts';
import { parseConstant } from './parse-constant.ts';

/** The largest number of days a rule may count, a century, and of values a list may have. */
export const maximumDays = 36_525;
export const maximumValues = 1_000;

interface Fields {
  readonly fieldOf: (key: string) => FieldDefinition | undefined;
  readonly forbid: (key: string) => boolean;
}

/** Reads one predicate: the fact must exist, the operator must suit its type, the constant must be of its kind. */
export function parseLeaf(node: Node, path: string, { fieldOf, forbid }: Fields): Leaf | Refusal {
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`);
  const { fact } = node;
  const field = typeof fact === 'string' ? fieldOf(fact) : undefined;
  if (!field) return invalid(at('fact'), 'NO_FACT', { fact: String(fact).slice(0, 60) });
  if (forbid(field.key)) return invalid(at('fact'), 'FACT_FORBIDDEN', { fact: field.key });
  if ((field as FactDefinition).displayOnly) {
    return invalid(at('fact'), 'FACT_FOR_DISPLAY', { fact: field.key });
  }
  const operators = operatorsOf(field.type);
  const is = operators.find((operator) => operator === node.is);
  if (!is) return invalid(at('is'), 'OPERATORS', { fact: field.key, type: field.type, choices: operators.join(', ') });
  return strangeKey(node, ['fact', 'is', ...operandsOf(is)], path) ?? parseOperands(node, field, is, at);
}

function operandsOf(is: Operator): readonly string[] {
  switch (is) {
    case 'in': return ['values'];
    case 'isSet': case 'reached': return [];
    case 'daysSince': case 'daysUntil': return ['compare', 'days'];
    default: return ['value'];
  }
}

function parseOperands(node: Node, field: FieldDefinition, is: Operator, at: (key: string) => string): Leaf | Refusal {
  const fact = field.key;
  switch (is) {
    case 'isSet': case 'reached': return { fact, is };
    case 'in': {
      const values = parseValues(node.values, field, at('values'));
      return isRefused(values) ? values : { fact, is, values };
    }
    case 'daysSince': case 'daysUntil': {
      const { days } = node;
      const compare = comparisonOf(node.compare);
      if (!compare) return invalid(at('compare'), 'CHOICES', { choices: comparisons.join(', ') });
      if (typeof days !== 'number' || !Number.isInteger(days) || Math.abs(days) > maximumDays) {
        return invalid(at('days'), 'WANTED_DAYS', { maximum: maximumDays });
      }
      return { fact, is, compare, days: days + 0 };
    }
    case 'contains': case 'startsWith': {
      const value = parseConstant(node.value, field, at('value'));
      return isRefused(value) ? value : { fact, is, value: value as string };
    }
    default: {
      const value = parseConstant(node.value, field, at('value'));
      return isRefused(value) ? value : { fact, is, value };
    }
  }
}

const comparisonOf = (input: unknown): Comparison | undefined => comparisons.find((comparison) => comparison === input);

function parseValues(input: unknown, field: FieldDefinition, path: string): readonly (number | string)[] | Refusal {
  if (!Array.isArray(input) || input.length === 0) return invalid(path, 'WANTED_VALUES');
  if (input.length > maximumValues) return invalid(path, 'TOO_MANY_VALUES', { maximum: maximumValues });
  const values: (number | string)[] = [];
  for (const [index, part] of input.entries()) {
    const value = parseConstant(part, field, `${path}.${index}`);
    if (isRefused(value)) return value;
    values.push(value as number | string);
  }
  return values;
}
