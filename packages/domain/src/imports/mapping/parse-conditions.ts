import { isDecimalText } from '#money';
import { isRefused, type Refusal } from '#refusal';
import type { Condition, FileRole, SkipRule } from './mapping.ts';
import { invalid, isJson, isText, isTexts, type Json, unknownKey } from './parse-source.ts';

const comparisons = { below: 'BELOW', atMost: 'AT_MOST', above: 'ABOVE', atLeast: 'AT_LEAST' } as const;
const tests = ['empty', 'startsWith', 'in', ...Object.keys(comparisons)];

/** Reads rules that leave rows out, each with the reason under which they are counted. */
export function parseSkip(value: unknown, twoFiles: boolean): SkipRule[] | Refusal {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return invalid('skip', 'WANTED_LIST');
  const rules: SkipRule[] = [];
  for (const [index, given] of value.entries()) {
    const field = `skip.${index}`;
    if (!isJson(given)) return invalid(field, 'WANTED_RULE');
    const wrong = unknownKey(given, ['reason', 'when', 'file'], field);
    if (wrong) return wrong;
    if (!isText(given['reason']) || !/^[A-Z][A-Z0-9_]{0,39}$/.test(given['reason'])) return invalid(`${field}.reason`, 'WANTED_REASON');
    const file = parseRole(given['file'], twoFiles);
    if (!file) return twoFiles ? invalid(`${field}.file`, 'CHOICES', { choices: 'rows, lines' }) : invalid(`${field}.file`, 'ONE_FILE');
    const when = parseConditions(given['when'], `${field}.when`);
    if (isRefused(when)) return when;
    rules.push({ reason: given['reason'], file, when });
  }
  return rules;
}

/** Reads the alternatives that make a line a return. */
export function parseReturns(value: unknown): (readonly Condition[])[] | Refusal {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return invalid('returns', 'WANTED_LIST');
  const alternatives: (readonly Condition[])[] = [];
  for (const [index, given] of value.entries()) {
    const conditions = parseConditions(Array.isArray(given) ? given : [given], `returns.${index}`);
    if (isRefused(conditions)) return conditions;
    alternatives.push(conditions);
  }
  return alternatives;
}

function parseConditions(value: unknown, field: string): Condition[] | Refusal {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.length === 0) return invalid(field, 'WANTED_CONDITION');
  const conditions: Condition[] = [];
  for (const [index, given] of list.entries()) {
    const condition = parseCondition(given, `${field}.${index}`);
    if (isRefused(condition)) return condition;
    conditions.push(condition);
  }
  return conditions;
}

function parseCondition(value: unknown, field: string): Condition | Refusal {
  if (!isJson(value) || !isText(value['column'])) return invalid(field, 'WANTED_COLUMN');
  const wrong = unknownKey(value, ['column', ...tests], field);
  if (wrong) return wrong;
  const named = Object.keys(value).filter((key) => key !== 'column');
  if (named.length !== 1) return invalid(field, 'ONE_OF', { choices: tests.join(', ') });
  return oneTest(value, value['column'], named[0] ?? '', field);
}

function oneTest(value: Json, column: string, name: string, field: string): Condition | Refusal {
  const given = value[name];
  if (name === 'empty') return typeof given === 'boolean' ? { column, test: given ? 'EMPTY' : 'FILLED' } : invalid(field, 'WANTED_BOOLEAN');
  if (name === 'startsWith') return isText(given) ? { column, test: 'STARTS_WITH', text: given } : invalid(field, 'WANTED_TEXT');
  if (name === 'in') return isTexts(given) ? { column, test: 'IN', texts: given } : invalid(field, 'WANTED_TEXTS');
  if (!isText(given) || !isDecimalText(given)) return invalid(field, 'WANTED_NUMBER');
  return { column, test: comparisons[name as keyof typeof comparisons], number: given };
}

function parseRole(value: unknown, twoFiles: boolean): FileRole | null {
  if (value === undefined || value === 'rows') return 'rows';
  return value === 'lines' && twoFiles ? 'lines' : null;
}
