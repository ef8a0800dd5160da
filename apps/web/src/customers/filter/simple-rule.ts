import { isLeaf, type Leaf, type Rule } from '@orbita/domain/rules';

/** The predicates of a rule that is a plain list of them; undefined when only the full editor can show it. */
export function filtersOf(rule: Rule | undefined): readonly Leaf[] | undefined {
  if (rule === undefined) return [];
  if (isLeaf(rule)) return [rule];
  return 'and' in rule && rule.and.every(isLeaf) ? rule.and : undefined;
}

/** All of them must hold; without any there is no rule. */
export function ruleOfFilters(filters: readonly Leaf[]): Rule | undefined {
  if (filters.length === 0) return undefined;
  return filters.length === 1 ? filters[0] : { and: filters };
}
