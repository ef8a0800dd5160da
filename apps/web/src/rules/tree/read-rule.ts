import { isRefused } from '@orbita/domain/refusal';
import { parseRule, type Rule } from '@orbita/domain/rules';
import { catalogue } from './catalogue.ts';

/** The rule in an address; one that this version cannot read is left out rather than shown as no result. */
export function readRule(input: unknown): Rule | undefined {
  if (input === undefined || input === null) return undefined;
  const rule = parseRule(input, catalogue);
  return isRefused(rule) ? undefined : rule;
}
