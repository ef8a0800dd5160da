import { daysSince, daysUntil, type Instant } from '#calendar';
import type { Facts, FactValue } from '#facts';
import type { Comparison, Leaf, Rule, Truth } from '../rule.ts';
import type { Subject } from './subject.ts';

/**
 * The truth of a rule on one subject at an instant. `and` is the minimum and `or` the maximum under
 * false < unknown < true. `some` is true when any row is true, else unknown when any row is unknown, else false; without
 * the relation it is unknown. (SQL's EXISTS loses the unknown: the compiler aggregates with bool_or instead.)
 */
export function evaluateRule(rule: Rule, subject: Subject, now: Instant): Truth {
  if ('and' in rule) return every(rule.and, (part) => evaluateRule(part, subject, now));
  if ('or' in rule) return any(rule.or, (part) => evaluateRule(part, subject, now));
  if ('not' in rule) return opposite(evaluateRule(rule.not, subject, now));
  if ('assume' in rule) {
    const truth = evaluateRule(rule.rule, subject, now);
    return truth === 'unknown' ? rule.assume : truth;
  }
  if ('some' in rule) return anyRow(subject.relations?.[rule.some], rule.where, now);
  if ('none' in rule) return opposite(anyRow(subject.relations?.[rule.none], rule.where, now));
  return evaluateLeaf(rule, subject.facts, now);
}

/** A rule holds only when it is true: neither false nor unknown is enough. */
export const holds = (rule: Rule, subject: Subject, now: Instant): boolean => evaluateRule(rule, subject, now) === true;

/** The truth of one predicate: unknown on a null or absent fact, but for `isSet`, which is false on null. */
export function evaluateLeaf(leaf: Leaf, facts: Facts, now: Instant): Truth {
  const value = facts[leaf.fact];
  if (value === undefined) return 'unknown';
  if (leaf.is === 'isSet') return value !== null;
  if (value === null) return 'unknown';
  switch (leaf.is) {
    case 'in': return (leaf.values as readonly FactValue[]).includes(value);
    case 'contains': return typeof value === 'string' || Array.isArray(value) ? value.includes(leaf.value) : 'unknown';
    case 'startsWith': return typeof value === 'string' ? value.startsWith(leaf.value) : 'unknown';
    case 'reached': return typeof value === 'number' ? value <= now : 'unknown';
    case 'daysSince': return typeof value === 'number' ? compare(daysSince(value, now), leaf.compare, leaf.days) : 'unknown';
    case 'daysUntil': return typeof value === 'number' ? compare(daysUntil(value, now), leaf.compare, leaf.days) : 'unknown';
    default: return typeof value === typeof leaf.value ? compare(value, leaf.is, leaf.value) : 'unknown';
  }
}

function compare(left: FactValue, comparison: Comparison, right: number | string | boolean): Truth {
  if (comparison === 'eq') return left === right;
  if (comparison === 'ne') return left !== right;
  if (typeof left !== 'number' || typeof right !== 'number') return 'unknown';
  switch (comparison) {
    case 'lt': return left < right;
    case 'le': return left <= right;
    case 'gt': return left > right;
    case 'ge': return left >= right;
    default: return comparison satisfies never;
  }
}

/** Whether some row fulfils the rule: the `or` of its rows, unknown without the relation. */
export function anyRow(rows: readonly Facts[] | undefined, where: Rule, now: Instant): Truth {
  return rows === undefined ? 'unknown' : any(rows, (facts) => evaluateRule(where, { facts }, now));
}

function every<Part>(parts: readonly Part[], truthOf: (part: Part) => Truth): Truth {
  let result: Truth = true;
  for (const part of parts) {
    const truth = truthOf(part);
    if (truth === false) return false;
    if (truth === 'unknown') result = 'unknown';
  }
  return result;
}

const any = <Part>(parts: readonly Part[], truthOf: (part: Part) => Truth): Truth =>
  opposite(every(parts, (part) => opposite(truthOf(part))));

const opposite = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth);
