import type { Instant } from '#calendar';
import type { FactValue } from '#facts';
import { isLeaf, type Leaf, type RelationRule, type Rule, type Truth } from '../rule.ts';
import { anyRow, evaluateRule } from './evaluate-rule.ts';
import type { Subject } from './subject.ts';

/** A rule's node with its truth. A predicate also has the value it read: null is missing, undefined is absent. */
export interface Explanation {
  readonly rule: Rule;
  readonly truth: Truth;
  readonly value?: FactValue | undefined;
  /** On `some` and `none`: how many rows were looked at, and how many of them fulfil the inner rule. */
  readonly rows?: { readonly all: number; readonly fulfilling: number };
  readonly parts: readonly Explanation[];
}

/** What decided: a predicate with the value it read, or a question about related rows. */
export interface Deciding {
  readonly rule: Leaf | RelationRule;
  readonly truth: Truth;
  readonly value: FactValue | undefined;
}

/** The whole tree, node by node, with each node's truth and the values that the predicates read. */
export function explainRule(rule: Rule, subject: Subject, now: Instant): Explanation {
  const truth = evaluateRule(rule, subject, now);
  const explain = (part: Rule): Explanation => explainRule(part, subject, now);
  if (isLeaf(rule)) return { rule, truth, value: subject.facts[rule.fact], parts: [] };
  if ('and' in rule) return { rule, truth, parts: rule.and.map(explain) };
  if ('or' in rule) return { rule, truth, parts: rule.or.map(explain) };
  if ('not' in rule) return { rule, truth, parts: [explain(rule.not)] };
  if ('assume' in rule) return { rule, truth, parts: [explain(rule.rule)] };
  const rows = subject.relations?.['some' in rule ? rule.some : rule.none];
  if (!rows) return { rule, truth, parts: [] };
  const fulfilling = rows.filter((row) => anyRow([row], rule.where, now) === true).length;
  return { rule, truth, rows: { all: rows.length, fulfilling }, parts: [] };
}

/**
 * The predicates that decided the result, in the order of the rule: below `and` and `or` those that share the truth of
 * the whole (all reasons of a true `and`, every culprit of a false one), below `not` and `assume` those of the inside.
 */
export function deciding(rule: Rule, subject: Subject, now: Instant): readonly Deciding[] {
  if (isLeaf(rule)) return [{ rule, truth: evaluateRule(rule, subject, now), value: subject.facts[rule.fact] }];
  if ('some' in rule || 'none' in rule) return [{ rule, truth: evaluateRule(rule, subject, now), value: undefined }];
  if ('not' in rule) return deciding(rule.not, subject, now);
  if ('assume' in rule) return deciding(rule.rule, subject, now);
  const truth = evaluateRule(rule, subject, now);
  return ('and' in rule ? rule.and : rule.or)
    .filter((part) => evaluateRule(part, subject, now) === truth)
    .flatMap((part) => deciding(part, subject, now));
}
