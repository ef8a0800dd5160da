import { isRefused } from '@orbita/domain/refusal';
import { parseRule, type Rule } from '@orbita/domain/rules';
import { catalogueOf, type RuleAbout } from './catalogue.ts';

/** The rule in an address; one that this version cannot read, or that is about something else, is left out rather than shown as no result. */
export function readRule(input: unknown, about: RuleAbout): Rule | undefined {
  if (input === undefined || input === null) return undefined;
  const rule = parseRule(input, catalogueOf(about));
  return isRefused(rule) ? undefined : rule;
}
